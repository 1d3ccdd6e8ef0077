import { goalsIn, type KeptGoal } from '../domain/numbers/next-marks';
import type { LibraryDatabase } from './database';
import { playerItemsOf } from './player-items';

/** The player's goals, each with how it ended. */
export async function readGoals(
  library: Pick<LibraryDatabase, 'playerItems'>,
): Promise<KeptGoal[]> {
  return goalsIn(await playerItemsOf(library, 'goal', 'goal-end'));
}
