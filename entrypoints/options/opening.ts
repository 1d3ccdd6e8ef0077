import { soon } from '../../components/app/soon';
import { firstTitles, type FirstTitles } from '../../utils/database/first-titles';
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
  const [status = 'loading', titles = null] = await Promise.all([
    soon(readFirstStatus(), PATIENCE),
    soon(firstTitles(), PATIENCE),
  ]);
  return { status, titles };
}
