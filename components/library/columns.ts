import {
  CARD_SIZES,
  DEFAULT_VIEW,
  type CardSize,
  type Layout,
} from '../../utils/domain/library/library-view';

/** From this width on, in rem, a game of the list is one line with columns. */
export const COLUMNS_FROM = 44;

/** And from this one on a line with more room. */
export const ROOMY_FROM = 90;

/** How wide a card of each size is at the least, in rem: one step less on a telephone, and one more on a wide screen. */
const LEAST = [9, 9, 11.5, 14, 17.5, 22, 27];

/** As many games in a row as there is room for. Widths in rem. */
export function columnsIn(width: number, size: CardSize = DEFAULT_VIEW.cardSize): number {
  const [step, gap] = width < 36 ? [0, 0.75] : [width < ROOMY_FROM ? 1 : 2, 1.25];
  const least = LEAST[CARD_SIZES.indexOf(size) + step] ?? 0;
  return Math.max(1, Math.floor((width + gap) / (least + gap)));
}

/** How high a row of the list, or of its cards, is at the least: what is not drawn yet counts as so much. In rem. */
export function rowHeightIn(width: number, layout: Layout, size?: CardSize): number {
  if (layout === 'list') return width < COLUMNS_FROM ? 5.5 : width < ROOMY_FROM ? 2.4375 : 2.75;
  const columns = columnsIn(width, size);
  const [beside, below] = width < 36 ? [0.75, 0.75] : [1.25, 0.5];
  const [padding, toWords, words] = [0.75, 0.5, 7.03125];
  const cover = ((width - (columns - 1) * beside) / columns - padding) * (11 / 20);
  return padding + cover + toWords + words + below;
}

/** The same in pixels, as exact as the browser lays it out: were a row less high, the whole page would be measured anew. */
export function rowPixelsIn(rootSize: number, ...row: Parameters<typeof rowHeightIn>): number {
  return Math.floor(64 * rootSize * rowHeightIn(...row)) / 64;
}

/** The items in rows of so many, the first of which begins with so many empty cells. */
export function inRows<Item>(items: readonly Item[], columns: number, empty = 0): Item[][] {
  const rows: Item[][] = [];
  for (let at = -empty; at < items.length; at += columns)
    rows.push(items.slice(Math.max(0, at), at + columns));
  return rows;
}
