import type { BrowserContext, CDPSession } from 'playwright';
import { evaluateInWorker } from './worker-evaluation.ts';

/** The extension's service worker: running code in it, and ending it as the browser may at any line. */
export interface BackgroundWorker {
  extensionId: string;
  /** Runs a function of its own, without what surrounds it, in the worker; starts the worker if it sleeps. */
  evaluate<Result, Argument>(
    code: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  kill(): Promise<void>;
  /** Does what ends the worker for good, such as unloading the extension, and waits until it has ended. */
  isEndedBy(act: () => Promise<void>): Promise<void>;
}

/** Finds the extension's worker. `page` may be a session of any page: workers belong to the profile. */
export async function followWorker(
  context: BrowserContext,
  page: CDPSession,
): Promise<BackgroundWorker> {
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const scopeURL = new URL('/', first.url()).href;
  await page.send('ServiceWorker.enable');
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Playwright gives no access to the browser itself.');

  let life = new AbortController();
  const endLife = (): void => {
    life.abort();
    life = new AbortController();
  };

  const findTarget = async (): Promise<string | undefined> => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url === first.url())
      ?.targetId;
  };

  return {
    extensionId: new URL(first.url()).host,
    async evaluate<Result, Argument>(
      code: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) {
      let targetId = await findTarget();
      if (!targetId) await page.send('ServiceWorker.startWorker', { scopeURL });
      while (!targetId) targetId = await findTarget();
      const expression = `(${String(code)})(${JSON.stringify(argument)})`;
      return (await evaluateInWorker(browser, targetId, expression, life.signal)) as Result;
    },
    async kill() {
      // The answer comes when all have stopped; a page of ours may have woken the next one by then.
      await page.send('ServiceWorker.stopAllWorkers');
      endLife();
    },
    async isEndedBy(act) {
      await act();
      while (await findTarget());
      endLife();
    },
  };
}
