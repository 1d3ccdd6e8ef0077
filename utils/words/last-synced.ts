import { ago } from './ago';

export { restFollows as REST_FOLLOWS } from './en/sync.json';

export const NEVER_SYNCED = 'Not synced yet';

export function lastSynced(instant: number, now: number, locale: string): string {
  return `Synced ${ago(instant, now, locale)}`;
}
