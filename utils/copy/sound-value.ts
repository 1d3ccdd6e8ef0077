import type { CopyRefusal } from './copy-refusal';

/** Why no library has such a value; null where one may have it. */
export function unsoundnessOf(value: unknown, depth: number): CopyRefusal | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth === 0) return 'too-deep';
  if (Object.hasOwn(value, '__proto__')) return 'forbidden-name';
  for (const part of Object.values(value)) {
    const unsound = unsoundnessOf(part, depth - 1);
    if (unsound !== null) return unsound;
  }
  return null;
}
