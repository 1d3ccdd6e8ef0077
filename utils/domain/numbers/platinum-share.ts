import type { TitleCounts } from '../library/title';
import { shareInTenths } from './rounding';

/** How many of the games with a platinum the player has it of. */
export interface PlatinumShare {
  earned: number;
  games: number;
  /** In tenths of a percent; null where no game has one. */
  share: number | null;
  /** Games of which it is not known whether they have one, or whether it is earned. */
  unknown: number;
}

export function platinumShare(
  titles: readonly Pick<TitleCounts, 'earned' | 'defined'>[],
): PlatinumShare {
  const withOne = titles.filter(({ defined }) => defined.platinum !== 0);
  const known = withOne.filter(
    ({ earned, defined }) => earned.platinum !== null && defined.platinum !== null,
  );
  const earned = known.filter((title) => (title.earned.platinum ?? 0) > 0).length;
  return {
    ...{ earned, games: known.length, share: shareInTenths(earned, known.length) },
    unknown: withOne.length - known.length,
  };
}
