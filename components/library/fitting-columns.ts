import type { ListColumn } from '../../utils/domain/library/list-columns';
import type { Sort } from '../../utils/domain/library/library-view';

/** How wide each column is, in rem: for what is longest of it, in the longest words of a language that is not spelt out. */
const WIDTHS: Record<ListColumn, number> = {
  platform: 5.5,
  progress: 7.5,
  trophies: 5.5,
  rarest: 4.5,
  trophy: 7,
  played: 6.5,
  playtime: 6.5,
  completed: 7,
  platinum: 5,
  grades: 16,
};

const GAP = 0.75;
/** The cover, a name that can be told from others, and the room at both ends. */
const [COVER, LEAST_NAME, ENDS] = [3.5, 13, 1];

/** The chosen columns that have room, without those from one on; what the list is sorted by always has it. */
export function fittingColumns(
  width: number,
  chosen: readonly ListColumn[],
  sort: Sort,
): ListColumn[] {
  const sortedBy = sort === 'name' ? null : sort;
  const wanted = sortedBy === null || chosen.includes(sortedBy) ? chosen : [...chosen, sortedBy];
  let room = width - ENDS - COVER - GAP - LEAST_NAME;
  if (sortedBy !== null) room -= GAP + WIDTHS[sortedBy];
  return wanted.filter((column) => {
    if (column === sortedBy) return true;
    room -= GAP + WIDTHS[column];
    return room >= 0;
  });
}

/** The same as the tracks of a grid, with the cover and the name before them. */
export function tracksOf(columns: readonly ListColumn[]): string {
  const widths = columns.map((column) => `${String(WIDTHS[column])}rem`);
  return [`${String(COVER)}rem`, 'minmax(0, 1fr)', ...widths].join(' ');
}
