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

/** What was fetched for a title, and what follows from that: it stays with the set. */
const OF_THE_SET = ['fetched', 'tally', 'open'] as const;
type OfTheSet = Pick<LibraryTitle, (typeof OF_THE_SET)[number]>;

/**
 * One game of two libraries. What Sony's list says of it is taken as it was said last; the set that was fetched for it,
 * as it was fetched last, with the state that it was asked for: where the list has gone on since, the set is told to be
 * older, and is fetched again. Rates are never said again: of each trophy every one is kept, also of a trophy that the
 * set does not have any more.
 * @param marks what the items of both libraries together say of the game: its row has a copy of them
 */
export function mergedGame(one: CopiedGame, other: CopiedGame, marks: TitleMarks): CopiedGame {
  const listed = laterOf(one.title, other.title, laterListed);
  const { of, set } =
    isFetched(one) || isFetched(other) ? laterSet(one, other) : ofHalves(one, other);
  const title = listed && of && { ...withoutItsSet(listed), ...of };
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

/** By Sony's own word of when it changed; of one instant the version that Sony counts up says more. */
function laterListed(one: LibraryTitle, other: LibraryTitle): LibraryTitle {
  return laterRow(one, other, [
    ({ lastUpdatedAt }) => lastUpdatedAt,
    ({ trophySetVersion }) => trophySetVersion,
    // A list that has it, and shows it, has surely been so: that one has not the next list says again.
    ({ absence }) => Number(absence === null),
    ({ hidden }) => Number(!hidden),
    (title) => sayingOf(saidOf(title)),
    ({ choice }) => choice,
  ]);
}

/** A set, and what its title has of it: null where there is no title. */
interface FetchedSet {
  of: OfTheSet | null;
  set: TrophySet | null;
}

function laterSet(one: CopiedGame, other: CopiedGame): FetchedSet {
  const { title, set } = laterRow(one, other, [
    (game) => Number(isFetched(game)),
    ({ title: each }) => each?.fetched.at ?? null,
    // What was asked for after the trophies.
    ({ title: each }) => each?.fetched.definitionsAt ?? null,
    ({ title: each }) => each?.fetched.groupsAt ?? null,
    ({ title: each }) => each && sayingOf(ofTheSet(each)),
    ({ set: each }) => each && sayingOf(withoutRates(each)),
  ]);
  return { of: title && ofTheSet(title), set };
}

/** What only one of them has is taken from it. Nobody knows how old the set is, so it is to be fetched. */
function ofHalves(one: CopiedGame, other: CopiedGame): FetchedSet {
  const set = laterOf(one.set, other.set, (left, right) =>
    laterRow(left, right, [(each) => sayingOf(withoutRates(each))]),
  );
  const of = laterOf(
    one.title && ofTheSet(one.title),
    other.title && ofTheSet(other.title),
    laterFetched,
  );
  return { of: of && set ? { fetched: NOTHING_FETCHED, tally: null } : of, set };
}

function laterFetched(one: OfTheSet, other: OfTheSet): OfTheSet {
  return laterRow(one, other, [({ fetched }) => fetched.at]);
}

function ofTheSet({ fetched, tally, open }: LibraryTitle): OfTheSet {
  return { fetched, tally, ...(open !== undefined && { open }) };
}

function withoutItsSet(title: LibraryTitle): Omit<LibraryTitle, keyof OfTheSet> {
  const listed: Partial<LibraryTitle> = { ...title };
  for (const each of OF_THE_SET) delete listed[each];
  return listed as Omit<LibraryTitle, keyof OfTheSet>;
}

function laterOf<Row>(
  one: Row | null,
  other: Row | null,
  later: (one: Row, other: Row) => Row,
): Row | null {
  return one === null || other === null ? (one ?? other) : later(one, other);
}

/** Without what follows from other rows: items, the set, and what was played, which is joined after each merge. */
function saidOf(title: LibraryTitle): object {
  return {
    ...withoutItsSet(withMarks(title)),
    ...playedFacts(title, []),
    choice: null,
    revisedAt: null,
  };
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
