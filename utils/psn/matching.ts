import { costsItself, FailureError, failureOf, isSpell, type Failure } from '../domain/failure';
import type { Matches } from '../sync/ports';
import * as answers from './answers';
import { SonyFailureError } from './sony-failure';

/** So many games in a row without an answer, and it is Sony that is not well. */
const SILENT_IN_A_ROW = 2;

/** One request for the sets of these games, as Sony answers it. */
type Ask = (npTitleIds: readonly string[]) => Promise<unknown>;

/**
 * The trophy sets of up to five played games. One id fails the whole call: where Sony names it, the others are asked
 * for once more. Where it names none each game is asked for alone, so that only what fails alone has to wait: at once
 * where the call is refused, and at the second try where it may have been a spell.
 * @param again how often was tried before
 */
export async function matchesOf(
  ask: Ask,
  npTitleIds: readonly string[],
  again: number,
): Promise<Matches> {
  let answer: unknown;
  try {
    answer = await ask(npTitleIds);
  } catch (thrown) {
    const unknownId = thrown instanceof SonyFailureError ? thrown.unknownId : null;
    if (unknownId !== null && npTitleIds.includes(unknownId)) {
      return withoutSets(unknownId, npTitleIds, (others) => matchesOf(ask, others, again));
    }
    const failure = failureOf(thrown);
    const isNow = failure.until === undefined;
    const isSplit = isNow && mayBeOfOneGame(failure) && (again > 0 || !isSpell(failure));
    if (npTitleIds.length === 1 || !isSplit) throw thrown;
    return oneByOne(ask, rotated(npTitleIds, again), failure);
  }
  return matchesIn(answer, npTitleIds);
}

/** A game that Sony does not know has no sets. */
async function withoutSets(
  unknownId: string,
  npTitleIds: readonly string[],
  askOthers: (ids: readonly string[]) => Promise<Matches>,
): Promise<Matches> {
  const others = npTitleIds.filter((id) => id !== unknownId);
  const matches = others.length === 0 ? nothing() : await askOthers(others);
  matches.sets.set(unknownId, []);
  return matches;
}

async function oneByOne(ask: Ask, npTitleIds: readonly string[], all: Failure): Promise<Matches> {
  const matches = nothing();
  for (const id of npTitleIds) {
    try {
      const { sets, unsure } = await matchesOf(ask, [id], 0);
      for (const [own, ids] of sets) matches.sets.set(own, ids);
      for (const [own, failure] of unsure) matches.unsure.set(own, failure);
    } catch (thrown) {
      const failure = failureOf(thrown);
      // What is about everything is met again by the next request; what was answered is not lost for it.
      if (!mayBeOfOneGame(failure) && matches.sets.size > 0) return matches;
      if (!mayBeOfOneGame(failure)) throw thrown;
      matches.unsure.set(id, failure);
      const isDown = matches.sets.size === 0 && matches.unsure.size >= SILENT_IN_A_ROW;
      if (failure.until !== undefined || (isDown && isSpell(failure))) break;
    }
  }
  if (matches.sets.size === 0) throw new FailureError(all);
  return matches;
}

/** Begins with another game at each try: those that fail do not always stand before the rest. */
function rotated(npTitleIds: readonly string[], by: number): string[] {
  const start = by % npTitleIds.length;
  return [...npTitleIds.slice(start), ...npTitleIds.slice(0, start)];
}

function mayBeOfOneGame(failure: Failure): boolean {
  return costsItself(failure) && failure.cause !== 'unexpected';
}

/** What an answer says of the games that it was asked for; that one it does not name has no set is not believed. */
function matchesIn(answer: unknown, npTitleIds: readonly string[]): Matches {
  const { titles } = answers.parseAnswer('matching', answers.setsOfTitles, answer);
  const { sets, unsure } = nothing();
  for (const row of titles) {
    const { data } = answers.setsOfTitle.safeParse(row);
    if (data === undefined || !npTitleIds.includes(data.npTitleId)) continue;
    const { npTitleId, trophyTitles } = data;
    const ids = trophyTitles.flatMap((set) => set?.npCommunicationId ?? []);
    // A set that is named twice would have its playtime twice.
    sets.set(npTitleId, [...new Set([...(sets.get(npTitleId) ?? []), ...ids])]);
    if (trophyTitles.includes(null)) unsure.set(npTitleId, unread('trophyTitles'));
  }
  for (const id of npTitleIds) if (!sets.has(id)) unsure.set(id, unread('titles'));
  const [first] = unsure.values();
  if (sets.size === 0 && first !== undefined) throw new FailureError(first);
  return { sets, unsure };
}

function unread(field: string): Failure {
  return { cause: 'answer-not-understood', during: 'matching', fields: [field] };
}

function nothing(): Matches {
  return { sets: new Map(), unsure: new Map() };
}
