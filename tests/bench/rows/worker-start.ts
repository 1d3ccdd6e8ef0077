import type { Page } from 'playwright';
import { type Chromium, launchChromium } from '../../browser/chromium.ts';
import { startSimulator } from '../../psn/simulator.ts';
import { comesToRest } from '../at-rest.ts';
import { controlledBy, untilSharp } from '../controlled.ts';
import {
  copyExtension,
  EMPTY_PAGE,
  type ExtensionCopy,
  PING,
  RING,
  RUNG,
} from '../extension-copy.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { timedRow } from '../timed-row.ts';

const STARTED = 'worker started, the last listener has answered';
const ALARMED = 'worker woken by an alarm that nobody has anything to do for';

/** From what wakes the worker to the answer of the listener that it registers last. */
export async function workerStart(): Promise<Measured[]> {
  const simulator = await startSimulator({ signedIn: false });
  const copies: ExtensionCopy[] = [];
  const browsers: Chromium[] = [];
  const pageBeside = async (worker: 'as built' | 'empty' | 'idle'): Promise<Waker> => {
    const extension = copyExtension({ worker });
    copies.push(extension);
    // A worker without anything of ours opens no page that greets, which would be waited for.
    const isGreeted = worker !== 'as built';
    const chromium = await launchChromium({ simulator, extension: extension.folder, isGreeted });
    browsers.push(chromium);
    return wakerOf(chromium);
  };
  try {
    const [ours, idle] = [await pageBeside('as built'), await pageBeside('idle')];
    const [empty, emptyAgain] = [await pageBeside('empty'), await pageBeside('empty')];
    const times = await inRounds(
      {
        ours: ours.byMessage,
        idle: idle.byMessage,
        empty: empty.byMessage,
        emptyAgain: emptyAgain.byMessage,
        rung: ours.byAlarm,
        emptyRung: empty.byAlarm,
      },
      {
        ...{ rounds: 24, dropped: 3, limit: { seconds: 75, rounds: 80 } },
        between: comesToRest,
        isEnough: untilSharp(({ empty: once, emptyAgain: again }) => ({ once, again })),
      },
    );
    const floor = 'an empty worker';
    return controlledBy({ once: times.empty, again: times.emptyAgain }, [
      timedRow({ what: STARTED, floor }, { ours: times.ours, theirs: times.empty }, 1.35),
      timedRow(
        { what: `${STARTED}, for its size`, floor: 'as many bytes that nobody runs' },
        { ours: times.ours, theirs: times.idle },
        1.1,
      ),
      timedRow({ what: ALARMED, floor }, { ours: times.rung, theirs: times.emptyRung }, 1.5),
    ]);
  } finally {
    for (const browser of browsers) await browser.close();
    for (const copy of copies) copy.remove();
    await simulator.close();
  }
}

/** How long it takes until a worker that was gone has told its last listener of something. */
interface Waker {
  byMessage: () => Promise<number>;
  byAlarm: () => Promise<number>;
}

async function wakerOf(chromium: Chromium): Promise<Waker> {
  // A page of the extension without scripts of ours: nothing but what is sent wakes the worker.
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/${EMPTY_PAGE}`);
  const fromCold =
    (timed: (page: Page) => Promise<number>): (() => Promise<number>) =>
    async () => {
      await chromium.worker.kill();
      return timed(page);
    };
  return { byMessage: fromCold(answered), byAlarm: fromCold(rung) };
}

function answered(page: Page): Promise<number> {
  return page.evaluate(async (ping) => {
    const askedAt = performance.now();
    await chrome.runtime.sendMessage(ping);
    return performance.now() - askedAt;
  }, PING);
}

function rung(page: Page): Promise<number> {
  return page.evaluate(
    ({ ring, rung }) =>
      new Promise<number>((resolve) => {
        const hear = (message: Record<string, unknown>): void => {
          const age = message[rung];
          if (typeof age !== 'number') return;
          chrome.runtime.onMessage.removeListener(hear);
          resolve(age);
        };
        chrome.runtime.onMessage.addListener(hear);
        void chrome.alarms.create(ring, { when: Date.now() });
      }),
    { ring: RING, rung: RUNG },
  );
}
