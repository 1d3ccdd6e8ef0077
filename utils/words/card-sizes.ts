import type { CardSize } from '../domain/library/library-view';
import { cardSizes } from './en/library.json';

export { cardSize as CARD_SIZE } from './en/library.json';

export const CARD_SIZE_NAMES: Record<CardSize, string> = cardSizes;
