import { routeOf } from '../../components/app/hash-route.svelte';
import { soon } from '../../components/app/soon';
import { firstTitles, type FirstTitles } from '../../utils/database/first-titles';
import { isFiltered, viewOf } from '../../utils/domain/library/library-view';
import { readFirstStatus } from '../../utils/status/read';
import { mayLack } from '../../utils/domain/sync/snapshot';
import type { Status } from '../../utils/status/status';
import { PAGES } from './pages';

/** What the page is drawn with at first: what is stored, and the games of a first screen. */
export interface Opening {
  status: Status | 'loading';
  titles: FirstTitles | null;
  /** These, where they are on their way still; null where they are here. */
  late: Promise<FirstTitles | null> | null;
}

export const NOTHING_YET: Opening = { status: 'loading', titles: null, late: null };

/** Milliseconds: what is stored is mostly here by now, and drawing once takes less than drawing twice. */
const PATIENCE = 150;
/** The same: what reads a first screen is stuck by then. */
const LONGEST = 3_000;

/** Read with every game there is: all that needs none of them is drawn while they are on their way. */
const OF_ALL_GAMES = new Set<string>(['statistics', 'year', 'next']);

/** What has been on its way while the page was loaded, and is here soon. */
export async function openingSoon(): Promise<Opening> {
  const reading = readFirstStatus();
  const first = firstTitles();
  const [status = 'loading', titles = null] = await Promise.all([
    soon(reading, PATIENCE),
    OF_ALL_GAMES.has(routeOf(location.hash).name) ? null : soon(first, PATIENCE),
    soon(whatDraws(reading), PATIENCE),
  ]);
  const late = async () => (await soon(first, LONGEST)) ?? null;
  return { status, titles, late: titles === null ? late() : null };
}

/** The page's own script, asked for at once; of the library what it was looked at with. */
async function whatDraws(reading: Promise<Status>): Promise<void> {
  const { name } = routeOf(location.hash);
  if (name === 'library') await whatDrawsGames(await reading);
  else await PAGES[name].load();
}

/** What stands with the games and above them as they were looked at last: nothing is to come in between later. */
async function whatDrawsGames({ settings, snapshot }: Status): Promise<void> {
  const route = routeOf(location.hash);
  if (route.name !== 'library') return;
  const view = viewOf(route.query, viewOf(settings.usualView ?? ''));
  await Promise.all([
    view.layout === 'list' && PAGES.list.load(),
    isFiltered(view) && PAGES.filters.load(),
    view.search !== '' && PAGES.search.load(),
    mayLack(snapshot) && PAGES.missing.load(),
  ]);
}
