import { routeOf } from '../../components/app/hash-route.svelte';
import { soon } from '../../components/app/soon';
import { LIST_SCRIPT } from '../../components/library/list-script';
import { firstTitles, type FirstTitles } from '../../utils/database/first-titles';
import { viewOf } from '../../utils/domain/library/library-view';
import { readFirstStatus } from '../../utils/status/read';
import type { Status } from '../../utils/status/status';

/** What the page is drawn with at first: what is stored, and the games of a first screen. */
export interface Opening {
  status: Status | 'loading';
  titles: FirstTitles | null;
}

export const NOTHING_YET: Opening = { status: 'loading', titles: null };

/** Milliseconds: what is stored is mostly here by now, and drawing once takes less than drawing twice. */
const PATIENCE = 150;

/** What has been on its way while the page was loaded, and is here soon. */
export async function openingSoon(): Promise<Opening> {
  const reading = readFirstStatus();
  const [status = 'loading', titles = null] = await Promise.all([
    soon(reading, PATIENCE),
    soon(firstTitles(), PATIENCE),
    soon(reading.then(whatDrawsGames), PATIENCE),
  ]);
  return { status, titles };
}

/** Where games were looked at as a list last, the first frame has them so. */
async function whatDrawsGames({ settings }: Status): Promise<void> {
  const route = routeOf(location.hash);
  if (route.name !== 'library') return;
  const { layout } = viewOf(route.query, viewOf(settings.usualView ?? ''));
  if (layout === 'list') await LIST_SCRIPT.load();
}
