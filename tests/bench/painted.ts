import type { Page } from 'playwright';

interface Window {
  paintedAt: number | undefined;
}

/** Notes in each page when what was waited for was first painted, in milliseconds since it began to open. */
export async function notePaint(page: Page, selectors: Record<string, string>): Promise<void> {
  await page.addInitScript((byPath) => {
    const wanted = byPath[location.pathname] ?? 'body';
    const seek = (): void => {
      if (document.querySelector(wanted) === null) return void requestAnimationFrame(seek);
      // The task after a frame runs when the frame is on its way to the screen.
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => {
          (window as unknown as Window).paintedAt ??= performance.now();
        };
        after.port2.postMessage(null);
      });
    };
    requestAnimationFrame(seek);
  }, selectors);
}

/** Opens an address in this tab, anew, and hands back when it was painted. */
export async function openPainted(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  const painted = await page.waitForFunction(() => (window as unknown as Window).paintedAt);
  return (await painted.jsonValue()) ?? Number.NaN;
}
