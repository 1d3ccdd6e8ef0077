import { inCodeUnits } from './log-order';
import type { NextGame, NextMood, NextReason, OpenTrophy } from './next-reasons';
import { NextScoring } from './next-reasons';

interface ScoredTrophy {
  game: NextGame;
  trophy: OpenTrophy;
  score: number;
}

/** A trophy that may be the next one. */
export interface NextCandidate extends ScoredTrophy {
  /** The main one, then the others, the stronger first. */
  reasons: NextReason[];
}

/** A game with what is missing of it, the platinum itself not among it: that comes with the last of the others. */
export interface GameWithOpen {
  game: NextGame;
  open: readonly OpenTrophy[];
}

/** What the player has left out. */
export interface LeftOutOfNext {
  /** Editions of games that are left out whole. */
  editions: ReadonlySet<string>;
  /** The trophy is, or its game. */
  has: (npCommunicationId: string, trophyId: number) => boolean;
}

const NOTHING: LeftOutOfNext = { editions: new Set(), has: () => false };

/** Among so many at the top are at most so many of a game. */
const TOP = 20;
const OF_A_GAME = 2;

/**
 * The best first: of each game one edition, and among the first twenty no more than two trophies of a game.
 * @param leftOut what the player has left out: of a game of which a trophy is left out there is no other edition instead
 */
export function rankedNext(
  games: readonly GameWithOpen[],
  moods: readonly NextMood[],
  limit: number,
  leftOut: LeftOutOfNext = NOTHING,
): NextCandidate[] {
  const scoring = new NextScoring(moods);
  const byScore = new Map<number, ScoredTrophy[]>();
  for (const { game, open } of games) {
    for (const trophy of open) {
      const score = scoring.scoreOf(game, trophy);
      if (score === null) continue;
      const as = byScore.get(score);
      if (as === undefined) byScore.set(score, [{ game, trophy, score }]);
      else as.push({ game, trophy, score });
    }
  }
  return chosenOf(inOrder(byScore), limit, leftOut).map((scored) => {
    return { ...scored, reasons: scoring.reasonsOf(scored.game, scored.trophy) };
  });
}

/** The best first. Of tens of thousands only those are put in order of which there is a need. */
function* inOrder(byScore: ReadonlyMap<number, ScoredTrophy[]>): Generator<ScoredTrophy> {
  const scores = [...byScore.keys()].sort((one, other) => other - one);
  for (const score of scores) yield* byScore.get(score)!.sort(bestFirst);
}

/** Of as good ones. */
function bestFirst(one: ScoredTrophy, other: ScoredTrophy): number {
  return (
    (other.trophy.rate ?? -1) - (one.trophy.rate ?? -1) ||
    (one.game.leftToHundred ?? MANY) - (other.game.leftToHundred ?? MANY) ||
    (other.game.lastAt ?? -MANY) - (one.game.lastAt ?? -MANY) ||
    inCodeUnits(one.game.npCommunicationId, other.game.npCommunicationId) ||
    one.trophy.trophyId - other.trophy.trophyId
  );
}

/** More than there are of anything here. */
const MANY = 1_000_000;

/** Of each game the edition that comes first; what is too many of a game comes after the top, in its order. */
function chosenOf(
  candidates: Iterable<ScoredTrophy>,
  limit: number,
  leftOut: LeftOutOfNext,
): ScoredTrophy[] {
  const editions = new Map<string, string>();
  const counts = new Map<string, number>();
  const top: ScoredTrophy[] = [];
  const after: ScoredTrophy[] = [];
  for (const candidate of candidates) {
    if (top.length + after.length >= limit && top.length === TOP) break;
    const { edition, npCommunicationId } = candidate.game;
    if (leftOut.editions.has(edition)) continue;
    const first = editions.get(edition) ?? npCommunicationId;
    editions.set(edition, first);
    if (first !== npCommunicationId) continue;
    if (leftOut.has(npCommunicationId, candidate.trophy.trophyId)) continue;
    const count = counts.get(npCommunicationId) ?? 0;
    counts.set(npCommunicationId, count + 1);
    (top.length < TOP && count < OF_A_GAME ? top : after).push(candidate);
  }
  return [...top, ...after].slice(0, limit);
}
