import { browser, type Browser } from 'wxt/browser';
import { sleep } from './device-clock';

type Download = Browser.downloads.DownloadItem;
type End = Pick<Download, 'state' | 'filename'> & { error?: string | undefined };

const AGAIN_AFTER = 200;

/** What the browser tells of how downloads end, also of one that is off its list by the time it is asked for. */
export interface ToldEnds {
  of(id: number): 'complete' | 'interrupted' | undefined;
  stop(): void;
}

/** From now on: to be called before one is begun. */
export function followEnds(): ToldEnds {
  const ends = new Map<number, 'complete' | 'interrupted'>();
  const note = ({ id, state }: Browser.downloads.DownloadDelta): void => {
    const end = state?.current;
    if (end === 'complete' || end === 'interrupted') ends.set(id, end);
  };
  browser.downloads.onChanged.addListener(note);
  return {
    of: (id) => ends.get(id),
    stop: () => browser.downloads.onChanged.removeListener(note),
  };
}

/**
 * What the browser says of a download when it has ended, or has been waited for long enough. Undefined where its list
 * does not have it, and nothing was told of its end: that is unknown then.
 */
export async function downloadEnd(
  id: number,
  told: ToldEnds,
  isLongEnough: (download: Download) => boolean = () => false,
): Promise<End | undefined> {
  for (let isGone = false; ;) {
    const [download] = await browser.downloads.search({ id });
    const state = told.of(id);
    if (download === undefined && state !== undefined) return { state, filename: '' };
    // What is told may come just after that.
    if (download === undefined && isGone) return undefined;
    isGone = download === undefined;
    if (download !== undefined && (download.state !== 'in_progress' || isLongEnough(download)))
      return isWhole(download) ? download : { ...download, state: 'interrupted' };
    await sleep(AGAIN_AFTER);
  }
}

/** On a disk that is full Firefox calls complete what it has cut off. Either length may be unknown. */
function isWhole({ state, fileSize, totalBytes }: Download): boolean {
  return state !== 'complete' || totalBytes < 0 || fileSize < 0 || fileSize === totalBytes;
}
