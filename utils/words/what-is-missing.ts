import type { SyncGap } from '../domain/sync/sync-status';
import { clock } from '../format/dates';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';

/** What could not be got, and when it is tried again where that is known. */
interface Lacking {
  gaps: readonly SyncGap[];
  unreadCount: number;
  triesAgainAt?: number | null;
}

/** What is missing where a sync had to go on without a part. */
const MISSING: Record<SyncGap['phase'], string> = {
  titles: 'Some games are missing',
  summary: 'Your trophy level is missing or old',
  profile: 'Your name and picture may be old',
  'played-games': 'Playtimes are missing or old',
  matching: 'Some playtimes are missing',
  groups: 'Names of some add-ons are missing',
  trophies: 'Trophies of some games are missing or old',
};

/** What the library has to do without, for example `Playtimes are missing or old. Tried again at 14:32.` */
export function whatIsMissing(
  { gaps, unreadCount, triesAgainAt = null }: Lacking,
  now: number,
  locale: string,
): string | null {
  const missing = gaps.map(({ phase }) => MISSING[phase]);
  if (unreadCount > 0) {
    const rows = plural(unreadCount, { one: 'entry', other: 'entries' }, locale);
    missing.push(`${count(unreadCount, locale)} ${rows} of Sony’s could not be read`);
  }
  if (missing.length === 0) return null;
  const again =
    triesAgainAt === null || triesAgainAt <= now
      ? 'The next sync tries again'
      : `Tried again at ${clock(triesAgainAt, now, locale)}`;
  return `${missing.join('. ')}. ${again}.`;
}
