import type { SyncRun } from '../domain/sync/sync-run';
import * as words from './en/sync.json';

/** What a sync could not get, whatever has become of it since, for example `Playtimes could not be fetched.` */
export function whatWasMissing(
  { gaps, unread }: Pick<SyncRun, 'gaps' | 'unread'>,
  locale: string,
): string | null {
  const missing = gaps.map(({ phase }) => words.wasMissing[phase]);
  if (unread > 0) missing.push(words.missingEntries({ entries: unread }, locale));
  return missing.length === 0 ? null : missing.join(' ');
}
