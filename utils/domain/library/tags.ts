import { LONGEST_TAG, MOST_TAGS } from './game-marks';
import { nameLine } from './name-line';

/**
 * A game's tags with one more: nothing that cannot be seen, none twice, and written as it is written elsewhere.
 * @param known the tags that there are
 */
export function withTag(
  tags: readonly string[],
  typed: string,
  known: readonly string[],
): readonly string[] {
  const tag = nameLine(typed).slice(0, LONGEST_TAG);
  const isAlike = (other: string): boolean => other.toLowerCase() === tag.toLowerCase();
  if (tag === '' || tags.some(isAlike) || tags.length >= MOST_TAGS) return tags;
  return [...tags, known.find(isAlike) ?? tag];
}

/** Every tag of these titles, each once. */
export function tagsAmong(titles: readonly { tags?: readonly string[] }[]): string[] {
  const tags = new Set(titles.flatMap((title) => title.tags ?? []));
  return [...tags].sort((one, other) => one.localeCompare(other));
}

/** As many letters of tags as have room beside everything else. */
const SOME_LETTERS = 24;

/** The first tags, as many as have room in a line: one at least, where there is any. */
export function firstTags(tags: readonly string[]): readonly string[] {
  let letters = 0;
  return tags.filter((tag, at) => {
    letters += tag.length;
    return at === 0 || letters <= SOME_LETTERS;
  });
}
