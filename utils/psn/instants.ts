import { isPossible } from '../domain/library/instant';

/** UTC with `Z`; the played list has fractions of varying width. ISO 8601 lets zones and fractions be written otherwise. */
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:[.,](\d+))?(?:(Z)|([+-]\d\d):?(\d\d)?)$/i;

/** Milliseconds since 1970; null where Sony did not say, or nothing that can be. */
export function instantOf(text: string | null | undefined, now: number): number | null {
  const [, day = '', time = '', fraction = '0', utc, hours = '', minutes = '00'] =
    INSTANT.exec(text ?? '') ?? [];
  if (!isDay(day)) return null;
  const zone = utc === undefined ? `${hours}:${minutes}` : 'Z';
  const instant = Date.parse(`${day}T${time}.${fraction}${zone}`);
  return isPossible(instant, now) ? instant : null;
}

/** Chromium takes February 30 for March 2, Firefox for nothing. */
function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(day);
}

/**
 * The same where rows are sorted and compared by it. One that is not known becomes a number below zero that another
 * text would not become, so that a row is still seen to have changed.
 */
export function sortedInstantOf(text: string | null | undefined, now: number): number {
  return instantOf(text, now) ?? -1 - hashOf(text ?? '');
}

/** A number of 32 bits that hardly another text has (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
