import type { Page } from 'playwright';

/** Where a key is pressed, and the one that takes it back. */
export interface KeyAction {
  place: string;
  key: string;
  back: string;
}

/** Presses a key of an action, hands back when what it changes was painted, and takes it back. */
export async function keyPainted(page: Page, { place, key, back }: KeyAction): Promise<number> {
  await page.focus(place);
  const time = await pressed(page, key);
  await pressed(page, back);
  return time;
}

/** Milliseconds from a key to the frame that shows what it changes of the list. */
export async function pressed(page: Page, key: string): Promise<number> {
  await page.evaluate(watchKey);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as Watching).painted);
}

interface Watching {
  painted: Promise<number>;
}

/** From the next key, as the browser got it, to the frame in which other items are shown. */
function watchKey(): void {
  const shown = (): string =>
    [
      document.querySelector('[data-testid$="-count"]')?.textContent,
      ...[...document.querySelectorAll<HTMLElement>('[data-item]')].map(
        (row) => row.dataset['item'],
      ),
    ].join();
  const before = shown();
  (window as unknown as Watching).painted = new Promise((resolve) => {
    const start = ({ timeStamp }: KeyboardEvent): void => {
      const seek = (): void => {
        if (shown() === before) return void requestAnimationFrame(seek);
        const after = new MessageChannel();
        after.port1.onmessage = () => resolve(performance.now() - timeStamp);
        after.port2.postMessage(null);
      };
      requestAnimationFrame(seek);
    };
    addEventListener('keydown', start, { capture: true, once: true });
  });
}
