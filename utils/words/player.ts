import { count, percent } from '../format/numbers';

export function level(value: number, locale: string): string {
  return `Level ${count(value, locale)}`;
}

/** How far the next level is, for example `63% to level 413`. */
export function toNextLevel(trophyLevel: number, progress: number, locale: string): string {
  return `${percent(progress, locale)} to level ${count(trophyLevel + 1, locale)}`;
}
