import { ALARMS } from '../../../entrypoints/background/alarm-names.ts';
import type { Control } from '../../psn/simulator.ts';
import { connectedBrowser, syncEnds, type ConnectedBrowser } from '../connected-browser.ts';
import { comesToRest } from '../at-rest.ts';
import { controlledBy, untilSharp } from '../controlled.ts';
import { slopeRow } from '../slope.ts';
import { timedRow } from '../timed-row.ts';
import { scriptTime } from '../process-time.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';

/** The system counts in hundredths of a second: one sync is too short. More rounds tell more than longer ones. */
const SYNCS = 2;

/** Each played game would be a request to match, for hours; a quiet sync reads ten of them, however many there are. */
const OPTIONS = {
  isUnlimited: true,
  prepare: (control: Control): void =>
    control.inject({ endpoint: 'gamelist', fault: 'empty-list', call: 'every' }),
};

/** What the daily sync computes that finds nothing new, with few and with many games. */
export async function quietSync(): Promise<Measured[]> {
  const few = await connectedBrowser('casual', OPTIONS);
  let many: ConnectedBrowser | undefined;
  try {
    const large = (many = await connectedBrowser('leaderboard', OPTIONS));
    const times = await inRounds(
      {
        few: () => timeOfSyncs(few),
        fewAgain: () => timeOfSyncs(few),
        many: () => timeOfSyncs(large),
      },
      {
        ...{ rounds: 24, dropped: 3, limit: { seconds: 330, rounds: 80 } },
        between: comesToRest,
        isEnough: untilSharp(({ few: once, fewAgain: again }) => ({ once, again })),
      },
    );
    return [
      ...controlledBy({ once: times.few, again: times.fewAgain }, [
        timedRow(
          { what: 'processor time of a quiet sync, 5,000 games', floor: '42 games' },
          { ours: each(times.many), theirs: each(times.few) },
          1.3,
        ),
      ]),
      slopeRow(
        'the processor time of a quiet sync, games',
        { size: 42, cost: Math.min(...times.few) },
        { size: 5_000, cost: Math.min(...times.many) },
      ),
    ];
  } finally {
    await few.close();
    await many?.close();
  }
}

async function timeOfSyncs({ chromium, page }: ConnectedBrowser): Promise<number> {
  const before = await scriptTime(chromium);
  for (let sync = 0; sync < SYNCS; sync++) {
    const began = Date.now();
    await page.evaluate(makeDue, ALARMS.dailySync);
    await syncEnds(page, began);
  }
  return (await scriptTime(chromium)) - before;
}

/** The last sync lies days back, and the daily alarm goes off. */
async function makeDue(alarm: string): Promise<void> {
  const [name = ''] = (await indexedDB.databases()).flatMap((database) =>
    /^trophy-shelf-\d+$/.test(database.name ?? '') ? (database.name ?? '') : [],
  );
  const database = await promised(indexedDB.open(name));
  const store = database.transaction('overview', 'readwrite').objectStore('overview');
  const overview = await promised(store.get('library') as IDBRequest<{ lastSyncedAt: number }>);
  await promised(store.put({ ...overview, lastSyncedAt: overview.lastSyncedAt - 2 * 86_400_000 }));
  database.close();
  await chrome.alarms.create(alarm, { when: Date.now() });

  function promised<Value>(request: IDBRequest<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The library is not to be had.'));
    });
  }
}

/** Milliseconds of one sync, from those of a round. */
function each(times: readonly number[]): number[] {
  return times.map((time) => time / SYNCS);
}
