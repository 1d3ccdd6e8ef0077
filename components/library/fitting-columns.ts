import type { ListColumn } from '../../utils/domain/library/list-columns';
import type { Sort } from '../../utils/domain/library/library-view';
import { ROOMY_FROM } from './columns';

/** How wide each column is, in rem: for what is longest of it, in the longest words of a language that is not spelt out. */
const WIDTHS: Record<ListColumn, number> = {
  platform: 6.75,
  progress: 7.5,
  trophies: 5,
  rarest: 4.25,
  trophy: 7,
  played: 6.5,
  playtime: 6.5,
  completed: 7,
  platinum: 5,
  grades: 16,
  points: 5.5,
  base: 7,
  revised: 7,
};

const GAP = 0.75;
/** The cover, a name that can be told from others, and the room at both ends. */
const [COVER, LEAST_NAME, ENDS] = [3.5, 15, 1];
/** Where there is much room all have more of it. */
const MORE = 1;

function widthOf(column: ListColumn, width: number): number {
  return WIDTHS[column] + moreIn(width);
}

function moreIn(width: number): number {
  return width < ROOMY_FROM ? 0 : MORE;
}

/** The chosen columns that have room, without those from one on; what the list is sorted by always has it. */
export function fittingColumns(
  width: number,
  chosen: readonly ListColumn[],
  sort: Sort,
): ListColumn[] {
  const sortedBy = sort === 'name' ? null : sort;
  const wanted = sortedBy === null || chosen.includes(sortedBy) ? chosen : [...chosen, sortedBy];
  let room = width - ENDS - COVER - moreIn(width) - GAP - LEAST_NAME;
  if (sortedBy !== null) room -= GAP + widthOf(sortedBy, width);
  return wanted.filter((column) => {
    if (column === sortedBy) return true;
    room -= GAP + widthOf(column, width);
    return room >= 0;
  });
}

/** The same as the tracks of a grid, with the cover and the name before them. */
export function tracksOf(columns: readonly ListColumn[], width: number): string {
  const widths = columns.map((column) => `${String(widthOf(column, width))}rem`);
  return [`${String(COVER + moreIn(width))}rem`, 'minmax(0, 1fr)', ...widths].join(' ');
}
