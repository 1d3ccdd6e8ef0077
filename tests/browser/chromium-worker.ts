import type { BrowserContext, CDPSession } from 'playwright';

/** The extension's service worker: running code in it, and ending it as the browser may at any line. */
export interface BackgroundWorker {
  extensionId: string;
  /** Runs a function of its own, without what surrounds it, in the worker; starts the worker if it sleeps. */
  evaluate<Result, Argument>(
    code: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  kill(): Promise<void>;
  isAlive(): Promise<boolean>;
}

/** Finds the extension's worker. `session` may belong to any page: the domain spans the profile. */
export async function followWorker(
  context: BrowserContext,
  session: CDPSession,
): Promise<BackgroundWorker> {
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const scopeURL = new URL('/', first.url()).href;
  await session.send('ServiceWorker.enable');

  const isAlive = async (): Promise<boolean> => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.some(({ type, url }) => type === 'service_worker' && url === first.url());
  };

  return {
    extensionId: new URL(first.url()).host,
    isAlive,
    async evaluate<Result, Argument>(
      code: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) {
      // Evaluating in a dead worker would wait for ever: nothing tells Playwright that it died.
      if (!(await isAlive())) await session.send('ServiceWorker.startWorker', { scopeURL });
      const worker = context.serviceWorkers().at(-1) ?? first;
      return worker.evaluate(
        code as (argument: unknown) => Result | Promise<Result>,
        argument as unknown,
      );
    },
    async kill() {
      await session.send('ServiceWorker.stopAllWorkers');
      while (await isAlive()) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}
