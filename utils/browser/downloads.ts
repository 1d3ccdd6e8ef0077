import { browser } from 'wxt/browser';
import { sleep } from './device-clock';
import { downloadEnd, followEnds, type ToldEnds } from './download-end';

const PERMISSION = { permissions: ['downloads' as const] };

/** A browser that asks where to put it has given it no place by then. In milliseconds. */
const PATIENCE = 10_000;
/** On a disk that is only slow more of it lies by then. */
const SLOW = 30_000;

/** How it ended: `asks` where the browser waits for the player, or they have said no to it. */
export type DownloadEnd = 'complete' | 'asks' | 'interrupted';

/** True where the player lets us have the browser download files. */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/**
 * Has the browser put a file on the disk, in the place of one of this name, and takes it off its list. Waits until it
 * lies there; to ask for that keeps a background awake. Of the list nothing else is read.
 */
export async function putOnDisk(url: string, filename: string): Promise<DownloadEnd> {
  const told = followEnds();
  return put(url, filename, told).finally(() => told.stop());
}

async function put(url: string, filename: string, told: ToldEnds): Promise<DownloadEnd> {
  const { downloads } = browser;
  const options = { url, filename, saveAs: false, conflictAction: 'overwrite' } as const;
  let until = Date.now() + PATIENCE;
  const begun = downloads.download(options);
  // What it waits for may be the player.
  const id = await Promise.race([begun, sleep(PATIENCE)]).catch((thrown: unknown) =>
    String(thrown),
  );
  if (typeof id !== 'number') {
    // Whatever the player answers later, its file is not there any more.
    if (id === undefined) void begun.then(takeOff).catch(() => undefined);
    return id === undefined ? 'asks' : endBy(id);
  }
  let received = -1;
  const item = await downloadEnd(id, told, ({ filename: place, bytesReceived }) => {
    if (place && bytesReceived > received) {
      received = bytesReceived;
      until = Date.now() + SLOW;
    }
    return Date.now() >= until;
  });
  await takeOff(id);
  if (item?.state === 'complete') return item.state;
  // Where it has a place already, nobody is asked for one.
  return item?.state === 'in_progress' && !item.filename ? 'asks' : endBy(item?.error);
}

async function takeOff(id: number): Promise<void> {
  await browser.downloads.cancel(id).catch(() => undefined);
  await browser.downloads.erase({ id });
}

/** The player's own no is called by this name in both browsers. */
function endBy(error = ''): DownloadEnd {
  return /cancel/i.test(error) ? 'asks' : 'interrupted';
}
