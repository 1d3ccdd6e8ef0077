import type { TrophyType } from '../domain/trophies/trophy-annotation';
import * as words from './en/game.json';

export { trophyType as TROPHY_TYPE, anyType as ANY_TYPE } from './en/game.json';

export const TYPE_NAMES: Record<TrophyType, string> = words.types;
export const TYPE_HINTS: Record<TrophyType, string> = words.typeHints;
