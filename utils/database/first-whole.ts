import type { SetEarnings } from '../domain/numbers/earnings';
import type { FirstTitles } from './first-titles';
import { isPlainEarnings } from './plain-earnings';

/** What was earned of every set, where the page opened with all of it: else it is waited for. */
export function earnedAtFirst(
  first: Pick<FirstTitles, 'whole'> | null,
): readonly SetEarnings[] | null {
  const { earnings, overview } = first?.whole ?? {};
  // What an earlier build has not stored yet has to be counted from the sets.
  if (earnings === undefined || overview?.some(isFilled) !== true) return null;
  return earnings.every(isPlainEarnings) ? earnings : null;
}

function isFilled(row: unknown): boolean {
  return (row as { earningsFilledTo?: unknown } | null)?.earningsFilledTo === null;
}
