import type { NextGame, OpenTrophy } from '@/utils/domain/numbers/next-reasons';
import type { GameWithOpen } from '@/utils/domain/numbers/next-ranking';

/** Of a game and a trophy nothing that speaks for them. */
export const NEXT_GAME: NextGame = {
  ...{ npCommunicationId: 'NPWR00001_00', edition: 'lantern keepers' },
  ...{ leftToPlatinum: null, leftToHundred: null, progress: 40 },
  ...{ daysSince: null, lastAt: null },
  ...{ isBaseDone: false, isRevised: false, hasLostHundred: false },
};
export const OPEN_TROPHY: OpenTrophy = { trophyId: 1, rate: null, share: null, isBase: true };

/** A game with trophies of these rates, of which only what matters to the test is said. */
export function aNextGame(id: string, rates: number[], said: Partial<NextGame> = {}): GameWithOpen {
  const open = rates.map((rate, trophyId) => ({ ...OPEN_TROPHY, trophyId, rate }));
  return { game: { ...NEXT_GAME, npCommunicationId: id, edition: id, ...said }, open };
}
