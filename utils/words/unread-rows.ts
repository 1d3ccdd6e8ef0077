import type { Cause } from '../domain/failure';
import * as words from './en/sync.json';

export { unreadRows as UNREAD_ROWS, unreadRowsHint as UNREAD_ROWS_HINT } from './en/sync.json';

/** An entry that was set aside, as far as words need it. */
interface UnreadEntry {
  list: 'titles' | 'played-games' | 'trophies';
  cause: Cause | null;
  fields: readonly string[];
}

const CAUSES: Partial<Record<Cause, string>> = words.unreadCauses;

/** What it is, for example `Trophies of Lantern Keepers`; Sony's own id where no name is known. */
export function unreadRowName({ list }: UnreadEntry, name: string | null): string {
  return name === null ? words.unreadRow[list] : words.unreadRowOf[list]({ name });
}

/** Why, for example `not understood: progress, earnedTrophies.gold`. */
export function unreadRowReason({ cause, fields }: UnreadEntry): string {
  const known = cause === null ? undefined : CAUSES[cause];
  if (known !== undefined) return known;
  if (fields.length === 0) return words.notUnderstood;
  return words.notUnderstoodFields({ fields: fields.join(', ') });
}
