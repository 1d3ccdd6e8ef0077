import { setTimeout as sleep } from 'node:timers/promises';
import { connectedBrowser } from '../connected-browser.ts';
import type { Measured } from '../row.ts';

const MINUTES = 10;
/** A browser ends a worker that has had nothing to do for half a minute. */
const UNTIL_ASLEEP = 45_000;

interface Version {
  runningStatus: 'stopped' | 'starting' | 'running' | 'stopping';
}

/**
 * A connected browser that nobody touches: how often its worker starts without an alarm that was set to go off. It
 * computes nothing meanwhile, so other rows are measured beside it, in browsers of their own.
 */
export async function idle(): Promise<Measured[]> {
  const { chromium, page, close } = await connectedBrowser('single', { isUnlimited: false });
  try {
    const ends = Date.now() + UNTIL_ASLEEP + MINUTES * 60_000;
    // A page of the extension could wake it, or have it stay.
    const alarms = await page.evaluate(async () => chrome.alarms.getAll());
    await page.goto('about:blank');
    await sleep(UNTIL_ASLEEP);
    let starts = 0;
    const session = await chromium.context.newCDPSession(page);
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }: { versions: Version[] }) => {
      starts += versions.filter(({ runningStatus }) => runningStatus === 'starting').length;
    });
    await session.send('ServiceWorker.enable');
    const from = Date.now();
    await sleep(ends - from);
    const due = alarms.filter(({ scheduledTime: at }) => at >= from && at < ends).length;
    return [
      {
        what: `starts of the worker in ${String(MINUTES)} minutes that nobody asks for`,
        floor: 'alarms that are due',
        unit: 'starts',
        theirs: due,
        ours: Math.max(0, starts - due),
        ratio: null,
        budget: { atMost: 0, of: 'value' },
      },
    ];
  } finally {
    await close();
  }
}
