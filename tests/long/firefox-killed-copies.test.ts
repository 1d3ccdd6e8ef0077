import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { OTHER_DATABASES } from '../../utils/database/our-databases.ts';
import * as words from '../../utils/words/en/copies.json';
import type { Firefox } from '../browser/firefox.ts';
import { copiesBelow, rowsOf } from '../journeys/copies-on-disk.ts';
import { saysInFirefox } from '../journeys/connected-firefox.ts';
import { randomFrom } from '../psn/random.ts';
import {
  chooseInFirefox,
  copiesInFirefox,
  digestsInFirefox,
  eraseInFirefox,
  type FirefoxWithTrophies,
  firefoxWithTrophies,
  PATIENCE,
  showsAllInFirefox,
  switchesOnInFirefox,
} from './firefox-with-trophies.ts';
import { restoredInFirefox } from './restored-libraries.ts';
import { expectEqual, type RowDigests } from './row-digests.ts';

const seed = process.env['SEED'] ?? String(Date.now());
const LIMITS = { timeout: 1_500_000, tags: ['long'] };

const GAMES = 1_300;
/** What is killed, round after round. */
const KILLED = ['background', 'browser', 'background', 'browser', 'background', 'browser'] as const;
/** So long that some of what is begun is at its end. Milliseconds. */
const [COPYING, READING, RESTORING] = [2_500, 2_500, 3_500];

/** Hands back the Firefox that goes on. */
type Kill = (firefox: Firefox, what: (typeof KILLED)[number]) => Promise<Firefox>;

/** At moments that the seed chooses, within the span that is given. */
function killsOf({ launch }: FirefoxWithTrophies, of: string): (span: number) => Kill {
  const random = randomFrom(`${of} ${seed}`);
  return (span) => async (firefox, what) => {
    await sleep(random() * span);
    if (what === 'background') await firefox.killBackground();
    else await firefox.kill();
    return what === 'background' ? firefox : launch();
  };
}

test(
  `in Firefox a copy that is killed while it is made leaves the last one whole, and is made anew (SEED=${seed} repeats this)`,
  LIMITS,
  async () => {
    const scene = await firefoxWithTrophies(GAMES);
    let { firefox } = scene;
    const disk = firefox.downloads;
    await switchesOnInFirefox(firefox);
    const [first = ''] = copiesBelow(disk);
    const before = rowsOf(first);
    const kill = killsOf(scene, 'copying')(COPYING);
    for (const what of KILLED) {
      await firefox.openOptions('#/settings');
      await firefox.page.click('button', words.copyNow);
      firefox = await kill(firefox, what);
      expect(copiesBelow(disk).map(rowsOf)).toEqual([before, before]);
      await firefox.openOptions('#/settings');
      await expect
        .poll(() => copiesInFirefox(firefox), { timeout: PATIENCE })
        .toMatchObject({ isOn: true, wanted: null, trouble: null });
      expect(copiesBelow(disk).map(rowsOf)).toEqual([before, before]);
    }
  },
);

test(
  `in Firefox a copy that is killed while it is read, or restored, leaves nothing or the whole library (SEED=${seed} repeats this)`,
  LIMITS,
  async () => {
    const scene = await firefoxWithTrophies(GAMES);
    let { firefox } = scene;
    const before = await digestsInFirefox(firefox);
    await switchesOnInFirefox(firefox);
    const [path = ''] = copiesBelow(firefox.downloads);
    await eraseInFirefox(firefox);
    const kills = killsOf(scene, 'restoring');
    for (const what of KILLED) {
      await chooseInFirefox(firefox, path);
      firefox = await kills(READING)(firefox, what);
      // Nothing was asked for: whatever was read, no library is there.
      if (what === 'browser') await chooseInFirefox(firefox, path);
      await saysInFirefox(firefox, words.wouldBe, PATIENCE);
      expect(await librariesIn(firefox)).toEqual([]);
      await firefox.page.click('button', words.restoreNow);
      firefox = await kills(RESTORING)(firefox, what);
      // A page that is still there asks the next background once more.
      if (what === 'browser') {
        await firefox.openOptions('#/library');
        await settles(firefox);
        if ((await librariesIn(firefox)).length === 0) continue;
      }
      await hasAll(firefox, before);
      await eraseInFirefox(firefox);
    }
    expectEqual(await restoredInFirefox(firefox, path, GAMES), before);
  },
);

async function hasAll(firefox: Firefox, before: RowDigests): Promise<void> {
  await showsAllInFirefox(firefox, GAMES);
  expectEqual(await digestsInFirefox(firefox), before);
}

async function librariesIn({ page }: Firefox): Promise<string[]> {
  return (await page.evaluate(
    `return (await indexedDB.databases()).map(({ name }) => name).filter((name) => /-\\d{5,}$/.test(name))`,
  )) as string[];
}

/** Nothing of a restoring is under way any more, or waits for whoever wakes next. */
async function settles({ page }: Firefox): Promise<void> {
  const steps = (): Promise<unknown> =>
    page.evaluate(`return (${String(stepsInPage)})(args[0])`, [
      OTHER_DATABASES.restore,
      OTHER_DATABASES.otherRestore,
    ]);
  await expect
    .poll(steps, { timeout: PATIENCE, interval: 500 })
    .not.toEqual(expect.arrayContaining([expect.stringMatching(/wanted|restored|undoing/)]));
}

/** Runs in the page, by itself: how far each plan is. */
async function stepsInPage(names: readonly string[]): Promise<string[]> {
  const promised = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const here = (await indexedDB.databases()).map(({ name }) => name);
  const steps: string[] = [];
  for (const name of names.filter((each) => here.includes(each))) {
    const database = await promised(indexedDB.open(name));
    const has = database.objectStoreNames.contains('plan');
    const plans: unknown = has
      ? await promised(
          database.transaction('plan').objectStore('plan').getAll() as IDBRequest<unknown>,
        )
      : [];
    database.close();
    steps.push(...(plans as { step: string }[]).map(({ step }) => step));
  }
  return steps;
}
