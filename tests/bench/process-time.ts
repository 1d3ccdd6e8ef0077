import type { Chromium } from '../browser/chromium.ts';

/** How long the processes that run scripts have computed until now, in milliseconds: the worker's among them. */
export async function scriptTime({ context }: Chromium): Promise<number> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Playwright gives no access to the browser itself.');
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const seconds = processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((all, { cpuTime }) => all + cpuTime, 0);
  return 1_000 * seconds;
}
