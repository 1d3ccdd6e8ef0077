import { NO_RATE } from '../../utils/domain/numbers/earnings';
import type { GameDay, YearFigures } from '../../utils/domain/numbers/year-figures';
import type { GamePoints } from '../../utils/domain/numbers/year-review';
import type { YearStory } from './year-story';

const IN_A_ROW = 6;

/** In how many rows the tiles of a picture stand: on a wide one there is room for one. */
export function tileRows(shape: 'portrait' | 'landscape', all: number): number {
  return shape === 'portrait' && all > IN_A_ROW ? 2 : 1;
}

/** How many tiles stand beside each other, and how many of all are shown: the last place says how many more there are. */
export function tilePlaces(all: number, rows: number): { columns: number; shown: number } {
  // A few have the whole row, and two rows are as full as each other.
  const columns = Math.min(IN_A_ROW, Math.ceil(all / rows));
  const places = rows * columns;
  return { columns, shown: all > places ? places - 1 : all };
}

/** What has a tile, also where there is no place for all of it: the platinums, the rarest first, or else the games of the year. */
export function tiledGames({
  figures,
  log,
}: Pick<YearStory, 'figures' | 'log'>): readonly (GamePoints | (GameDay & { place: number }))[] {
  const { platinums, games, sections } = figures;
  if (platinums.length === 0) return sections.includes('games') ? games : [];
  // Not all of them have a place: it is the rarest that are shown to a friend.
  return rarestFirst(platinums, (place) => log.rate[place] ?? NO_RATE);
}

function rarestFirst(
  platinums: YearFigures['platinums'],
  rateOf: (place: number) => number,
): YearFigures['platinums'] {
  return platinums.toSorted((one, other) => rateOf(one.place) - rateOf(other.place));
}
