import { laterRow, sayingOf } from '../domain/later-row';
import { withMarks, type TitleMarks } from '../domain/library/player-item';
import type { LibraryTitle } from '../domain/library/title';
import type { DatedRate } from '../domain/trophies/rarity';
import type { Trophy, TrophySet } from '../domain/trophies/trophy-set';

/** A game as one library has it. */
export interface CopiedGame {
  /** Null where only its trophies are here. */
  title: LibraryTitle | null;
  /** Null where none of its trophies are. */
  set: TrophySet | null;
}

/**
 * One game of two libraries. Sony said what it has: the title and its set stay together, as they were fetched last, since
 * the one tells how old the other is. Rates are never said again: of each trophy every one is kept.
 * @param marks what the items of both libraries together say of the game: its row has a copy of them
 */
export function mergedGame(one: CopiedGame, other: CopiedGame, marks: TitleMarks): CopiedGame {
  const game = laterRow(one, other, [
    ({ set }) => Number(set !== null),
    ({ title }) => title?.fetched.at ?? null,
    ({ title }) => title?.lastUpdatedAt ?? null,
    ({ title }) => title && sayingOf(withMarks(title)),
    ({ set }) => set && sayingOf(withoutRates(set)),
  ]);
  const { title, set } = game;
  const before = (game === one ? other : one).set;
  return {
    title: title && withMarks(title, marks),
    set: set && before ? withRatesOf(set, before) : set,
  };
}

function withoutRates({ trophies, ...set }: TrophySet): unknown {
  return { ...set, trophies: trophies.map((trophy) => ({ ...trophy, rates: [] })) };
}

function withRatesOf(set: TrophySet, before: TrophySet): TrophySet {
  const known = new Map(before.trophies.map((trophy) => [trophy.trophyId, trophy.rates]));
  return {
    ...set,
    trophies: set.trophies.map((trophy): Trophy => {
      const rates = known.get(trophy.trophyId) ?? [];
      return rates.length === 0 ? trophy : { ...trophy, rates: mergedRates(trophy.rates, rates) };
    }),
  };
}

/** Those of both, one a day: Sony has had hours in which each was 0, so the higher one. */
function mergedRates(one: readonly DatedRate[], other: readonly DatedRate[]): DatedRate[] {
  const byDay = new Map<number, number>();
  for (const { day, rate } of [...one, ...other]) {
    byDay.set(day, Math.max(byDay.get(day) ?? 0, rate));
  }
  return [...byDay].map(([day, rate]) => ({ day, rate })).sort((a, b) => a.day - b.day);
}
