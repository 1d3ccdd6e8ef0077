import type { CDPSession } from 'playwright';
import type { Chromium } from '../browser/chromium.ts';
import type { ScriptCoverage } from './evaluated.ts';
import { EMPTY_PAGE, PING } from './extension-copy.ts';

interface Answer {
  id: number;
  result?: { result?: ScriptCoverage[] };
}

/** What the worker's next start runs until its last listener answers. */
export async function coverageOfStart(chromium: Chromium): Promise<ScriptCoverage[]> {
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/${EMPTY_PAGE}`);
  const session = await chromium.context.newCDPSession(page);
  const ping = (): Promise<unknown> =>
    page.evaluate((word) => chrome.runtime.sendMessage(word) as Promise<unknown>, PING);
  const worker = await attachToWorker(session, ping);
  await worker('Profiler.enable');
  await worker('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  // What was asked of the one that ends holds for the next from its first line on.
  await chromium.worker.kill();
  await ping();
  const { result } = await worker('Profiler.takePreciseCoverage');
  await page.close();
  // The browser's own scripts of `chrome` are among them.
  return (result?.result ?? []).filter(({ url }) => url.startsWith('chrome-extension:'));
}

type Send = (method: string, params?: object) => Promise<Answer>;

/** By the page's session: the browser's attaches to workers only in a way that Playwright does not pass on. */
async function attachToWorker(session: CDPSession, wake: () => Promise<unknown>): Promise<Send> {
  const attached = new Promise<{ sessionId: string }>((resolve) => {
    session.on('Target.attachedToTarget', resolve);
  });
  await wake();
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const { sessionId } = await attached;
  let id = 0;
  return async (method, params = {}) => {
    id += 1;
    const own = id;
    const answer = new Promise<Answer>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const received = JSON.parse(message) as Answer;
        if (received.id === own) resolve(received);
      });
    });
    const message = JSON.stringify({ id: own, method, params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    return answer;
  };
}
