import type { Tab } from './tab.ts';

/** What is waited for on a page; on every other one, that there is anything. */
const WITH_DATA: Record<string, string> = {
  '/popup.html': '[data-testid="token-life"]',
  '/options.html': '[role="list"] [data-item]',
};

/** A script that notes on a page when that was first painted, in milliseconds since the page began to open. */
export const PAINT_CLOCK = `(${String(notePaint)})(${JSON.stringify(WITH_DATA)})`;

function notePaint(byPath: Record<string, string>): void {
  const wanted = byPath[location.pathname] ?? 'body';
  const seek = (): void => {
    if (document.querySelector(wanted) === null) return void requestAnimationFrame(seek);
    // The task after a frame runs when the frame is on its way to the screen.
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        document.documentElement.dataset['paintedAt'] = String(performance.now());
      };
      after.port2.postMessage(null);
    });
  };
  requestAnimationFrame(seek);
}

/** Opens an address in this tab, anew, and hands back when it was painted. */
export async function openPainted(tab: Tab, address: string): Promise<number> {
  await tab.goto('about:blank');
  await tab.goto(address);
  return tab.evaluate(async () => {
    for (;;) {
      const { paintedAt } = document.documentElement.dataset;
      if (paintedAt !== undefined) return Number(paintedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, null);
}
