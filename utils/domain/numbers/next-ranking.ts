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

/** Among so many at the top are at most so many of a game. */
const TOP = 20;
const OF_A_GAME = 2;

/** The best first: of each game one edition, and among the first twenty no more than two trophies of a game. */
export function rankedNext(
  games: readonly GameWithOpen[],
  moods: readonly NextMood[],
  limit: number,
): NextCandidate[] {
  const scoring = new NextScoring(moods);
  const candidates = games.flatMap(({ game, open }) =>
    open.flatMap((trophy): ScoredTrophy[] => {
      const score = scoring.scoreOf(game, trophy);
      return score === null ? [] : [{ game, trophy, score }];
    }),
  );
  return withFewOfAGame(ofOneEdition(candidates.sort(bestFirst)))
    .slice(0, limit)
    .map((scored) => ({ ...scored, reasons: scoring.reasonsOf(scored.game, scored.trophy) }));
}

function bestFirst(one: ScoredTrophy, other: ScoredTrophy): number {
  return (
    other.score - one.score ||
    (other.trophy.rate ?? -1) - (one.trophy.rate ?? -1) ||
    (one.game.leftToHundred ?? MANY) - (other.game.leftToHundred ?? MANY) ||
    (one.game.daysSince ?? MANY) - (other.game.daysSince ?? MANY) ||
    inCodeUnits(one.game.npCommunicationId, other.game.npCommunicationId) ||
    one.trophy.trophyId - other.trophy.trophyId
  );
}

/** More than there are of anything here. */
const MANY = 1_000_000;

/** Of the editions of a game the one that comes first. */
function ofOneEdition(candidates: readonly ScoredTrophy[]): ScoredTrophy[] {
  const chosen = new Map<string, string>();
  return candidates.filter(({ game: { edition, npCommunicationId } }) => {
    const first = chosen.get(edition) ?? npCommunicationId;
    chosen.set(edition, first);
    return first === npCommunicationId;
  });
}

/** What is too many of a game comes after the top, in its order. */
function withFewOfAGame(candidates: readonly ScoredTrophy[]): ScoredTrophy[] {
  const top = new Set<ScoredTrophy>();
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    const { npCommunicationId } = candidate.game;
    const count = counts.get(npCommunicationId) ?? 0;
    if (top.size === TOP) break;
    if (count === OF_A_GAME) continue;
    counts.set(npCommunicationId, count + 1);
    top.add(candidate);
  }
  return [...top, ...candidates.filter((candidate) => !top.has(candidate))];
}
