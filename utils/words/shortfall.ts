import type { SyncGap, SyncPhase } from '../domain/sync/sync-status';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';

/** What is missing where a sync had to go on without a part. */
const MISSING: Record<SyncPhase, string> = {
  titles: 'Some games are missing',
  summary: 'Your trophy level is missing or old',
  profile: 'Your name and picture may be old',
  'played-games': 'Playtimes are missing or old',
  matching: 'Some playtimes are missing',
  trophies: 'Trophies of some games are missing or old',
};

/** What the library has to do without, for example `Playtimes are missing or old. The next sync tries again.` */
export function shortfall(gaps: readonly SyncGap[], unread: number, locale: string): string | null {
  const missing = gaps.map(({ phase }) => MISSING[phase]);
  if (unread > 0) {
    const rows = plural(unread, { one: 'entry', other: 'entries' }, locale);
    missing.push(`${count(unread, locale)} ${rows} of Sony’s could not be read`);
  }
  if (missing.length === 0) return null;
  return `${missing.join('. ')}. The next sync tries again.`;
}
