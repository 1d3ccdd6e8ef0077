import type { CopyRefusal } from './copy-refusal';

/** Why no library has such a value, as it was read from a text; null where one may have it. */
export function unsoundnessOf(value: unknown, depth: number): CopyRefusal | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth === 0) return 'too-deep';
  const isList = Array.isArray(value);
  if (!isList && Object.hasOwn(value, '__proto__')) return 'forbidden-name';
  // A list is gone through as it is: a library has a quarter of a million.
  for (const part of isList ? (value as unknown[]) : Object.values(value)) {
    if (typeof part !== 'object' || part === null) continue;
    const unsound = unsoundnessOf(part, depth - 1);
    if (unsound !== null) return unsound;
  }
  return null;
}
