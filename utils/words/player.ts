import { count, percent } from '../format/numbers';
import * as words from './en/app.json';
import { written } from './unknown';

export function level(value: number | null, locale: string): string {
  return words.level({ level: written(value, (known) => count(known, locale)) });
}

/** How far the next level is, for example `63% to level 413`. */
export function toNextLevel(trophyLevel: number, progress: number, locale: string): string {
  return words.toNextLevel({ progress: percent(progress, locale), level: trophyLevel + 1 }, locale);
}
