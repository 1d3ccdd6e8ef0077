import { ago } from './ago';

export const NEVER_SYNCED = 'Not synced yet';

export function lastSynced(instant: number, now: number, locale: string): string {
  return `Synced ${ago(instant, now, locale)}`;
}
