import type { GuideEntry } from './entry';
import { plainText, type GuideText } from './text-pieces';

/** What stands above an entry, with its number where it is a step. */
export function headingOf({
  title,
  number,
}: {
  title: string;
  number?: number | undefined;
}): string {
  return number === undefined ? title : `${String(number)}. ${title}`;
}

/** Every text of an entry but its title. */
export function textsOf({ paragraphs, list = [], zones, after = [] }: GuideEntry): GuideText[] {
  return [...paragraphs, ...list, ...Object.values(zones ?? {}), ...after];
}

/** What an entry is found by. */
export function textOf(entry: GuideEntry): string {
  return [entry.title, ...textsOf(entry).map(plainText)].join(' ');
}
