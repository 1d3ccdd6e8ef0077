import { shortDay } from '../format/dates';
import { ago, isLongAgo } from './ago';
import { syncedAgo, syncedOn } from './en/sync.json';

export {
  neverSynced as NEVER_SYNCED,
  restFollows as REST_FOLLOWS,
  syncUnfinished as SYNC_UNFINISHED,
} from './en/sync.json';

/** When the last sync was, for example `Synced 5 minutes ago`, and in the end `Synced on 18 Jan 2027`. */
export function lastSynced(instant: number, now: number, locale: string): string {
  return isLongAgo(instant, now)
    ? syncedOn({ day: shortDay(instant, locale) })
    : syncedAgo({ ago: ago(instant, now, locale) });
}
