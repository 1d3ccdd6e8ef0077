import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Status } from '../../utils/status/status.ts';

const LIMIT = 180_000;

/** Reads what the background publishes, from a page of the extension, until it is as wished. */
export async function waitForStatus(
  page: Page,
  wished: (status: Partial<Status>) => boolean,
  wish: string,
): Promise<Partial<Status>> {
  for (const start = Date.now(); Date.now() - start < LIMIT; await sleep(200)) {
    const status: Partial<Status> = await page.evaluate(() =>
      chrome.storage.local.get(['connection', 'snapshot']),
    );
    if (wished(status)) return status;
    const { connection } = status;
    if (connection?.phase === 'disconnected' && connection.failure) {
      throw new Error(`Connecting failed: ${connection.failure.cause}.`);
    }
  }
  throw new Error(`Trophy Shelf did not ${wish} within ${LIMIT / 60_000} minutes.`);
}
