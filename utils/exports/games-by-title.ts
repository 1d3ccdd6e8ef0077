import { stacked } from '../domain/library/editions';
import type { LibraryTitle } from '../domain/library/title';

/**
 * The editions of each game together, the furthest first: whoever finds games by their titles has each of them once,
 * and two rows that are the same there would be in each other's way.
 */
export function gamesByTitle(titles: readonly LibraryTitle[]): LibraryTitle[][] {
  return stacked(titles.map((title) => ({ title }))).map(({ title, others }) => [title, ...others]);
}

/** A name as databases of games have it: without the signs that Sony's names have, and with single blanks. */
function bareName(name: string): string {
  const bare = name
    .replace(/[™®©℠]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return bare === '' ? name : bare;
}

/** Of the names of one game the shortest: what editions add to it, a database does not have. */
export function nameTogether(editions: readonly Pick<LibraryTitle, 'name'>[]): string {
  return editions
    .map(({ name }) => bareName(name))
    .reduce((one, other) => (other.length < one.length ? other : one));
}
