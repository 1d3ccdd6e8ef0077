import type { SyncGap } from '../domain/sync/sync-status';
import { clock } from '../format/dates';
import * as words from './en/sync.json';

/** What could not be got, and when it is tried again where that is known. */
interface Lacking {
  gaps: readonly SyncGap[];
  unreadCount: number;
  triesAgainAt?: number | null;
}

/** What the library has to do without, for example `Playtimes are missing or old. Tried again at 14:32.` */
export function whatIsMissing(
  { gaps, unreadCount, triesAgainAt = null }: Lacking,
  now: number,
  locale: string,
): string | null {
  const missing = gaps.map(({ phase }) => words.missing[phase]);
  if (unreadCount > 0) missing.push(words.missingEntries({ entries: unreadCount }, locale));
  if (missing.length === 0) return null;
  const again =
    triesAgainAt === null || triesAgainAt <= now
      ? words.nextSyncTries
      : words.triedAgainAt({ time: clock(triesAgainAt, now, locale) });
  return [...missing, again].join(' ');
}
