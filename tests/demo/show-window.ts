import type { Page } from 'playwright';
import type { Chromium } from '../browser/chromium.ts';
import { say } from './say.ts';

/** Leaves the browser to the newcomer, popup open, until the window is closed. */
export async function showWindow(chromium: Chromium): Promise<void> {
  const closed = untilClosed(chromium);
  await openRealPopup(chromium).catch(() => chromium.openPopup());
  say(
    '',
    'Trophy Shelf is open, with a simulated PlayStation account signed in.',
    'Click "Connect PlayStation" in the popup, then "Open library".',
    'Popup gone? It is behind the puzzle piece in the toolbar. To end: close the window, or Ctrl-C.',
  );
  await closed;
}

/** The popup as players see it, under its button. Not every window manager gives it the focus it needs. */
async function openRealPopup(chromium: Chromium): Promise<void> {
  await chromium.worker.evaluate(() => chrome.action.openPopup());
}

/** Waits for the last window to be closed; on a Mac the browser itself outlives it. */
export async function untilClosed({ context }: Chromium): Promise<void> {
  await new Promise<void>((resolve) => {
    const resolveWhenEmpty = () => context.pages().length === 0 && resolve();
    const follow = (page: Page) => page.once('close', resolveWhenEmpty);
    context.once('close', () => resolve());
    context.on('page', follow);
    context.pages().forEach(follow);
  });
}
