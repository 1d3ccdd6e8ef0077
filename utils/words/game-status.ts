import type { GameStatus } from '../domain/library/game-status';
import { statuses } from './en/library.json';

export { status as STATUS, statusHint as STATUS_HINT } from './en/library.json';

/** What the player does with a game, and what it is called where they have not said. */
export const STATUS_NAMES: Record<GameStatus | 'none', string> = statuses;
