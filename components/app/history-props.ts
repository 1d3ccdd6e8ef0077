import type { FirstTitles } from '../../utils/database/first-titles';
import type { LibraryQueries } from '../../utils/database/queries';
import type { ZoneChange } from '../../utils/domain/settings';
import type { Status } from '../../utils/status/status';
import type { HashRoute } from './hash-route.svelte';
import type { TitlesSoFar } from './library-titles.svelte';
import type { LiveResult } from './live-query.svelte';
import type { Requests } from './requests.svelte';

/** What is given to every page that tells what has happened in a library. */
export interface HistoryProps {
  queries: LibraryQueries;
  /** What the page opened with. */
  first: FirstTitles | null;
  titles: LiveResult<TitlesSoFar>;
  status: Status;
  hash: HashRoute;
  /** Null where this is not the player's own library: it is only read. */
  requests: Requests | null;
  /** Has games fetched; null where nothing can be. */
  onfetch: ((npCommunicationIds: readonly string[]) => void) | null;
  /** Has days counted by a zone from now on, wherever the player travels, or another one not offered again. */
  onzone: (change: ZoneChange) => void;
  now: number;
}
