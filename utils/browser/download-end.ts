import { browser, type Browser } from 'wxt/browser';
import { sleep } from './device-clock';

type Download = Browser.downloads.DownloadItem;

const AGAIN_AFTER = 200;

/**
 * What the browser says of a download when it has ended, or has been waited for long enough. Undefined where its list
 * does not have it, or not any more: how it ended is unknown then.
 */
export async function downloadEnd(
  id: number,
  isLongEnough: (download: Download) => boolean = () => false,
): Promise<Download | undefined> {
  for (;;) {
    const [download] = await browser.downloads.search({ id });
    if (download?.state !== 'in_progress' || isLongEnough(download)) return download;
    await sleep(AGAIN_AFTER);
  }
}
