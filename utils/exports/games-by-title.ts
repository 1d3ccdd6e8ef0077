import { SETS, SETS_BEFORE, SETS_JOINED } from '../domain/library/edition-words';
import { stacked } from '../domain/library/editions';
import { folded } from '../domain/library/search-text';
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
  return withoutSetWords(bare) || bare || name;
}

const AT_END = new RegExp(`^(?:${SETS})$`, 'u');
const AT_START = new RegExp(`^(?:${SETS_BEFORE})$`, 'u');
const JOINED_AT_END = new RegExp(`[\\s的の]*(?:${SETS_JOINED})$`, 'u');
/** Words that such a phrase has at the most. */
const LONGEST = 6;

/** What a set is called beside the name of its game, `Lantern Keepers: Trophy Set`, no database has. */
function withoutSetWords(name: string): string {
  const words = name.replace(JOINED_AT_END, '').split(' ');
  for (let count = Math.min(LONGEST, words.length - 1); count > 0; count--) {
    if (AT_END.test(folded(words.slice(-count).join(' ')))) return untied(words.slice(0, -count));
    if (AT_START.test(folded(words.slice(0, count).join(' ')))) return untied(words.slice(count));
  }
  return words.join(' ');
}

/** Without the sign that stood between the name and what was left out. */
function untied(words: readonly string[]): string {
  return words.join(' ').replace(/^[\s:–-]+|[\s:–-]+$/gu, '');
}

/** Of the names of one game the shortest: what editions add to it, a database does not have. */
export function nameTogether(editions: readonly Pick<LibraryTitle, 'name'>[]): string {
  return editions
    .map(({ name }) => bareName(name))
    .reduce((one, other) => (other.length < one.length ? other : one));
}
