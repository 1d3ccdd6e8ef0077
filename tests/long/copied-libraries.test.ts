import { statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import * as words from '../../utils/words/en/copies.json';
import { EMPTY_PAGE } from '../bench/extension-copy.ts';
import { withTrophies } from '../bench/with-trophies.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { chooseCopy, eraseEverything, savedCopy } from '../journeys/copy-steps.ts';
import { startSimulator } from '../psn/simulator.ts';

/** A large library is read, and restored, for minutes on a busy machine. */
const PATIENCE = 400_000;

/** Of each table the digest of every row, in the order of their keys. */
type RowDigests = Record<string, string[]>;

test.each([1_300, 5_000])(
  'a copy brings back every row of %i erased games with all their trophies, and brings them to Firefox',
  { timeout: 1_500_000, tags: ['long'] },
  async (games) => {
    const browser = await withTrophies(games);
    onTestFinished(() => browser.close());
    const { page, addressOf } = browser;
    const before = await page.evaluate(digestsInPage);
    expect(before['titles']).toHaveLength(games);
    expect(before['trophySets']).toHaveLength(games);
    expect(before['earnings']).toHaveLength(games);
    const path = await savedCopy(browser, PATIENCE);
    expect(statSync(path).size).toBeGreaterThan(games * 1_000);
    await eraseEverything(browser);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

    const restoring = await chooseCopy(browser, path, PATIENCE);
    await restoring.getByRole('button', { name: words.restoreNow, exact: true }).click();
    const count = restoring.getByTestId('library-count');
    await expect
      .poll(() => count.getAttribute('data-count').catch(() => null), { timeout: PATIENCE })
      .toBe(String(games));
    await page.goto(addressOf(EMPTY_PAGE));
    expectEqual(await page.evaluate(digestsInPage), before);
    expectEqual(await restoredInFirefox(path, games), before);
  },
);

/** The same file, read by a browser that has nothing. */
async function restoredInFirefox(path: string, games: number): Promise<RowDigests> {
  const simulator = await startSimulator({ account: 'leaderboard', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  const { page } = firefox;
  await firefox.openOptions('#/welcome');
  await page.click('button', words.restore);
  await page.chooseFile(path);
  const says = (text: string): Promise<unknown> =>
    page.evaluate(`return document.body.textContent.includes(args[0])`, text);
  await expect.poll(() => says(words.wouldBe), { timeout: PATIENCE }).toBe(true);
  await page.click('button', words.restoreNow);
  const count = (): Promise<unknown> =>
    page
      .evaluate(`return document.querySelector('[data-testid="library-count"]')?.dataset.count`)
      .catch(() => null);
  await expect.poll(count, { timeout: PATIENCE }).toBe(String(games));
  expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  return (await page.evaluate(`return (${String(digestsInPage)})()`)) as RowDigests;
}

/** Which rows differ, and not all of them, where any does. */
function expectEqual(after: RowDigests, before: RowDigests): void {
  const differing = Object.entries(before).flatMap(([table, rows]) =>
    rows.flatMap((row, index) =>
      after[table]?.[index] === row ? [] : [`${table} ${String(index)}`],
    ),
  );
  expect(differing.slice(0, 20)).toEqual([]);
  const counts = (digests: RowDigests): Record<string, number> =>
    Object.fromEntries(Object.entries(digests).map(([table, rows]) => [table, rows.length]));
  expect(counts(after)).toEqual(counts(before));
}

/** Runs in the page, by itself. What a sync goes by while it runs is in no copy, and that nothing is missing is found out anew. */
async function digestsInPage(): Promise<RowDigests> {
  const LEFT = ['syncCursor', 'metRows', 'syncRequests', 'openedGames', 'unreadRows'];
  const databases = await indexedDB.databases();
  const { name = '' } = databases.find((each) => /-\d+$/.test(each.name ?? '')) ?? {};
  const promised = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const database = await promised(indexedDB.open(name));
  const digestOf = async (row: unknown): Promise<string> => {
    const text = JSON.stringify(row, (key, value: unknown) => {
      if (key === 'nothingMissing') return null;
      const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isRecord ? Object.fromEntries(Object.entries(value).sort()) : value;
    });
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return String(new DataView(bytes).getBigUint64(0));
  };
  const digests: RowDigests = {};
  for (const table of [...database.objectStoreNames].filter((each) => !LEFT.includes(each))) {
    const rows: unknown[] = await promised(database.transaction(table).objectStore(table).getAll());
    digests[table] = await Promise.all(rows.map(digestOf));
  }
  database.close();
  return digests;
}
