/** What a line of the list can say of a game, besides its name. Most are also what it can be sorted by. */
export const LIST_COLUMNS = [
  'platform',
  'progress',
  'trophies',
  'rarest',
  'trophy',
  'played',
  'playtime',
  'completed',
  'platinum',
  'grades',
  'points',
  'base',
  'revised',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** In this order, and what has no room is left out from the end. The grades would be five nodes more a game. */
export const DEFAULT_COLUMNS: readonly ListColumn[] = LIST_COLUMNS.slice(
  0,
  LIST_COLUMNS.indexOf('platinum'),
);

const NONE = 'none';

/** The columns that an address asks for: each once, without what is none. */
export function askedColumns(
  asked: string | null,
  others = DEFAULT_COLUMNS,
): readonly ListColumn[] {
  if (asked === NONE) return [];
  const words = new Set((asked ?? '').split(','));
  const known = [...words].flatMap((word) => LIST_COLUMNS.find((column) => column === word) ?? []);
  return known.length === 0 ? others : known;
}

/** What an address has of them; null where they are as they are anyway, for everybody and for this player. */
export function columnsInAddress(
  columns: readonly ListColumn[],
  others = DEFAULT_COLUMNS,
): string | null {
  const words = columns.join();
  if (words === DEFAULT_COLUMNS.join() && words === others.join()) return null;
  return writtenColumns(columns);
}

export function writtenColumns(columns: readonly ListColumn[]): string {
  return columns.join() || NONE;
}
