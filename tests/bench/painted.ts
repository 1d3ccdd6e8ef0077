import { comesToRest } from './at-rest.ts';
import type { Tab } from './tab.ts';

/** What is waited for on a page, by what its address ends with; on every other one, that there is anything. */
export const WITH_DATA = {
  '/popup.html': '[data-testid="token-life"]',
  '/options.html#/library': '[role="list"] [data-item]',
  '/options.html#/log': '[role="list"] [data-item]',
  '/options.html#/statistics': '[data-testid="stat-trophies"]',
  '/options.html#/next': '[data-item]',
  '/options.html#/year': '[data-testid="year-trophies"]',
} as const;

/** A script that notes on a page when that was first painted, in milliseconds since the page began to open. */
export const PAINT_CLOCK = `(${String(notePaint)})(${JSON.stringify(WITH_DATA)})`;

function notePaint(byAddress: Record<string, string>): void {
  const wanted = byAddress[location.pathname + (location.hash.split('?')[0] ?? '')] ?? 'body';
  // The task after a frame runs when the frame is on its way to the screen.
  const inFrame = (shown: () => void): void => {
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = shown;
      after.port2.postMessage(null);
    });
  };
  const note = (): void => {
    document.documentElement.dataset['paintedAt'] = String(performance.now());
  };
  // After a frame, not as it begins: what is drawn once its sizes are known is in the same one.
  const seek = (): void => inFrame(document.querySelector(wanted) === null ? seek : note);
  inFrame(seek);
}

/** Opens an address in this tab, anew, and hands back when it was painted. Nothing of it goes on. */
export async function openPainted(tab: Tab, address: string): Promise<number> {
  await tab.goto('about:blank');
  await comesToRest();
  await tab.goto(address);
  const time = await tab.evaluate(async () => {
    for (;;) {
      const { paintedAt } = document.documentElement.dataset;
      if (paintedAt !== undefined) return Number(paintedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, null);
  await tab.goto('about:blank');
  return time;
}
