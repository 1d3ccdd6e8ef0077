import { count, percent } from '../format/numbers';
import { written } from './unknown';

export function level(value: number | null, locale: string): string {
  return `Level ${written(value, (known) => count(known, locale))}`;
}

/** How far the next level is, for example `63% to level 413`. */
export function toNextLevel(trophyLevel: number, progress: number, locale: string): string {
  return `${percent(progress, locale)} to level ${count(trophyLevel + 1, locale)}`;
}
