import { type Chromium, launchChromium } from '../../browser/chromium.ts';
import { startSimulator } from '../../psn/simulator.ts';
import { controlledBy, untilSharp } from '../controlled.ts';
import { copyExtension, EMPTY_PAGE, PING } from '../extension-copy.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { timedRow } from '../timed-row.ts';

/** From a message that wakes the worker to the answer of the listener that it registers last. */
export async function workerStart(): Promise<Measured[]> {
  const simulator = await startSimulator({ signedIn: false });
  const copies = [
    copyExtension(),
    copyExtension({ worker: 'empty' }),
    copyExtension({ worker: 'empty' }),
  ] as const;
  const browsers: Chromium[] = [];
  try {
    for (const { folder } of copies) {
      browsers.push(await launchChromium({ simulator, extension: folder }));
    }
    const [ours, empty, emptyAgain] = await Promise.all(browsers.map(coldStart));
    if (!ours || !empty || !emptyAgain) throw new Error('A browser is missing.');
    const times = await inRounds(
      { ours, empty, emptyAgain },
      {
        ...{ rounds: 24, dropped: 3, limit: { seconds: 60, rounds: 80 } },
        isEnough: untilSharp(({ empty: once, emptyAgain: again }) => ({ once, again })),
      },
    );
    const named = {
      what: 'worker started, the last listener has answered',
      floor: 'an empty worker',
    };
    return controlledBy({ once: times.empty, again: times.emptyAgain }, [
      timedRow(named, { ours: times.ours, theirs: times.empty }, 1.35),
    ]);
  } finally {
    for (const browser of browsers) await browser.close();
    for (const copy of copies) copy.remove();
    await simulator.close();
  }
}

async function coldStart(chromium: Chromium): Promise<() => Promise<number>> {
  // A page of the extension without scripts of ours: nothing but the message wakes the worker.
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/${EMPTY_PAGE}`);
  return async () => {
    await chromium.worker.kill();
    return page.evaluate(async (ping) => {
      const askedAt = performance.now();
      await chrome.runtime.sendMessage(ping);
      return performance.now() - askedAt;
    }, PING);
  };
}
