import { laterRow, sayingOf } from '../domain/later-row';
import { withMarks, type TitleMarks } from '../domain/library/player-item';
import { NOTHING_FETCHED, playedFacts, type LibraryTitle } from '../domain/library/title';
import type { DatedRate } from '../domain/trophies/rarity';
import type { GoneTrophy, TrophySet } from '../domain/trophies/trophy-set';

/** A game as one library has it. */
export interface CopiedGame {
  /** Null where only its trophies are here. */
  title: LibraryTitle | null;
  /** Null where none of its trophies are. */
  set: TrophySet | null;
}

/**
 * One game of two libraries. Sony said what it has: a title and the set that was fetched for it stay together, as they
 * were fetched last, since the one tells how old the other is. Rates are never said again: of each trophy every one is
 * kept, also of a trophy that the set does not have any more.
 * @param marks what the items of both libraries together say of the game: its row has a copy of them
 */
export function mergedGame(one: CopiedGame, other: CopiedGame, marks: TitleMarks): CopiedGame {
  const isWhole = isFetched(one) || isFetched(other);
  const { title, set } = isWhole ? laterGame(one, other) : ofHalves(one, other);
  return {
    title: title && withRevision(withMarks(title, marks), [one.title, other.title]),
    set: set && withRatesOf(set, [one.set, other.set]),
  };
}

/** That it became another set once it was done nobody says again: who first saw it later has not seen it. */
function withRevision(title: LibraryTitle, known: readonly (LibraryTitle | null)[]): LibraryTitle {
  const seen = known.flatMap((each) => each?.revisedAt ?? []);
  return seen.length === 0 ? title : { ...title, revisedAt: Math.max(...seen) };
}

/** True where the title tells of which age the set is. */
function isFetched({ title, set }: CopiedGame): boolean {
  return title !== null && set !== null && sayingOf(title.fetched) !== NEVER;
}

const NEVER = sayingOf(NOTHING_FETCHED);

function laterGame(one: CopiedGame, other: CopiedGame): CopiedGame {
  return laterRow(one, other, [
    (game) => Number(isFetched(game)),
    ({ title }) => title?.fetched.at ?? null,
    ({ title }) => title?.lastUpdatedAt ?? null,
    // What was asked for after the trophies.
    ({ title }) => title?.fetched.definitionsAt ?? null,
    ({ title }) => title?.fetched.groupsAt ?? null,
    ({ title }) => title && sayingOf(saidOf(title)),
    ({ set }) => set && sayingOf(withoutRates(set)),
    ({ title }) => title?.choice ?? null,
  ]);
}

/** What only one of them has is taken from it. Nobody knows how old the set is, so it is to be fetched. */
function ofHalves(one: CopiedGame, other: CopiedGame): CopiedGame {
  const title = laterOf(one.title, other.title, laterTitle);
  const set = laterOf(one.set, other.set, (left, right) =>
    laterRow(left, right, [(each) => sayingOf(withoutRates(each))]),
  );
  return title && set ? { title: { ...title, fetched: NOTHING_FETCHED }, set } : { title, set };
}

/** What was fetched for it is chosen apart, of two that say the same: with a set it tells nothing. */
function laterTitle(one: LibraryTitle, other: LibraryTitle): LibraryTitle {
  const saying = (title: LibraryTitle): string => sayingOf({ ...saidOf(title), fetched: null });
  const later = laterRow(one, other, [
    ({ lastUpdatedAt }) => lastUpdatedAt,
    saying,
    ({ choice }) => choice,
  ]);
  if (saying(one) !== saying(other)) return later;
  return { ...later, fetched: laterRow(one.fetched, other.fetched, [({ at }) => at]) };
}

function laterOf<Row>(
  one: Row | null,
  other: Row | null,
  later: (one: Row, other: Row) => Row,
): Row | null {
  return one === null || other === null ? (one ?? other) : later(one, other);
}

/** Without what follows from other rows: items, and what was played, which is joined after each merge. */
function saidOf(title: LibraryTitle): object {
  return { ...withMarks(title), ...playedFacts(title, []), choice: null };
}

/** What Sony said of it when it was fetched. */
export function withoutRates(set: TrophySet): unknown {
  return { ...set, gone: null, trophies: set.trophies.map((each) => ({ ...each, rates: [] })) };
}

/** The set with all that any of them has seen of each trophy; of those that it lacks it stands beside them. */
function withRatesOf(set: TrophySet, known: readonly (TrophySet | null)[]): TrophySet {
  const seen = new Map<number, DatedRate[]>();
  for (const { trophyId, rates } of known.flatMap(trophiesOf)) {
    if (rates.length > 0) seen.set(trophyId, mergedRates(seen.get(trophyId) ?? [], rates));
  }
  const trophies = set.trophies.map((trophy) => {
    const rates = seen.get(trophy.trophyId) ?? [];
    seen.delete(trophy.trophyId);
    return { ...trophy, rates };
  });
  const merged: TrophySet = { ...set, trophies };
  delete merged.gone;
  if (seen.size === 0) return merged;
  const gone = [...seen].sort(([a], [b]) => a - b);
  return { ...merged, gone: gone.map(([trophyId, rates]) => ({ trophyId, rates })) };
}

function trophiesOf(set: TrophySet | null): GoneTrophy[] {
  return set === null ? [] : [...set.trophies, ...(set.gone ?? [])];
}

/** Those of both, one a day: Sony has had hours in which each was 0, so the higher one. */
function mergedRates(one: readonly DatedRate[], other: readonly DatedRate[]): DatedRate[] {
  const byDay = new Map<number, number>();
  for (const { day, rate } of [...one, ...other]) {
    byDay.set(day, Math.max(byDay.get(day) ?? 0, rate));
  }
  return [...byDay].map(([day, rate]) => ({ day, rate })).sort((a, b) => a.day - b.day);
}
