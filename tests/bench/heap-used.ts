import type { CDPSession, Page } from 'playwright';
import type { Chromium } from '../browser/chromium.ts';

const MEGABYTE = 1_000_000;

/** Megabytes of objects that are still in use on a page. */
export async function heapOfPage(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / MEGABYTE;
}

/** The same of the extension's worker, without waking it. */
export async function heapOfWorker({ context }: Chromium): Promise<number> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Playwright gives no access to the browser itself.');
  const { targetInfos } = await browser.send('Target.getTargets');
  const targetId = targetInfos.find(({ type }) => type === 'service_worker')?.targetId;
  if (targetId === undefined) throw new Error('The worker is not running.');
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  await ask(browser, sessionId, 'HeapProfiler.collectGarbage');
  const { usedSize } = await ask(browser, sessionId, 'Runtime.getHeapUsage');
  await browser.detach();
  return (usedSize ?? Number.NaN) / MEGABYTE;
}

let lastId = 0;

async function ask(
  browser: CDPSession,
  sessionId: string,
  method: string,
): Promise<{ usedSize?: number }> {
  const id = ++lastId;
  const answered = Promise.withResolvers<{ usedSize?: number }>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    const message = JSON.parse(event.message) as { id?: number; result?: { usedSize?: number } };
    if (event.sessionId === sessionId && message.id === id) answered.resolve(message.result ?? {});
  });
  const message = JSON.stringify({ id, method });
  await browser.send('Target.sendMessageToTarget', { sessionId, message });
  return answered.promise;
}
