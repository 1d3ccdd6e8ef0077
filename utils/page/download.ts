import { browser } from 'wxt/browser';
import { downloadEnd, followEnds } from '../browser/download-end';

/** Has the browser save it as it saves all that is downloaded: that needs no permission. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * The same, and whether it lies on the disk: the browser may ask where to put it, and the player say no. Unknown without
 * the leave to look, or where the browser's list does not have it any more and nothing was told of it.
 */
export async function downloadToEnd(
  file: Blob,
  filename: string,
): Promise<'complete' | 'interrupted' | 'unknown'> {
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }).catch(() => false))) {
    download(file, filename);
    return 'unknown';
  }
  const url = URL.createObjectURL(file);
  const told = followEnds();
  try {
    const id = await browser.downloads.download({ url, filename }).catch(() => null);
    if (id === null) return 'interrupted';
    const end = await downloadEnd(id, told).catch(() => undefined);
    return end === undefined || end.state === 'in_progress' ? 'unknown' : end.state;
  } finally {
    told.stop();
    URL.revokeObjectURL(url);
  }
}
