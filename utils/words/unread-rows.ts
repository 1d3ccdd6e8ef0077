import type { Cause } from '../domain/failure';

export const UNREAD_ROWS = 'Could not read';
export const UNREAD_ROWS_HINT =
  'Entries of Sony’s that came in a form that Trophy Shelf does not know, or not at all. Everything else was kept, and the next sync tries again.';

/** An entry that was set aside, as far as words need it. */
interface UnreadEntry {
  list: 'titles' | 'played-games' | 'trophies';
  cause: Cause | null;
  fields: readonly string[];
}

const LISTS: Record<UnreadEntry['list'], string> = {
  titles: 'Game',
  'played-games': 'Playtime',
  trophies: 'Trophies',
};

const CAUSES: Partial<Record<Cause, string>> = {
  'sony-down': 'Sony answered with an error',
  'no-answer': 'Sony did not answer',
  'not-found': 'Sony does not know it',
  'refused-alone': 'Sony refuses it, and nothing else',
  'not-permitted': 'Sony keeps it from us',
};

/** What it is, for example `Trophies of Lantern Keepers`; Sony's own id where no name is known. */
export function unreadRowName({ list }: UnreadEntry, name: string | null): string {
  if (name === null) return LISTS[list];
  return list === 'trophies' ? `Trophies of ${name}` : `${LISTS[list]}: ${name}`;
}

/** Why, for example `not understood: progress, earnedTrophies.gold`. */
export function unreadRowReason({ cause, fields }: UnreadEntry): string {
  const known = cause === null ? undefined : CAUSES[cause];
  if (known !== undefined) return known;
  return fields.length === 0 ? 'Not understood' : `Not understood: ${fields.join(', ')}`;
}
