import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import type { Failure } from '@/utils/domain/failure';
import { aNewRun, type SyncRun } from '@/utils/domain/sync/sync-run';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { beginning } from '@/utils/sync/cursor';
import { firstRun, goesOnByHand, nothingNew, runOfPicks } from '@/utils/words/en/sync.json';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aProgress, aSnapshot, connected } from '../../support/statuses.ts';

const NOW = Date.now();
const STARTED_AT = NOW - 60_000;
const LIMIT: Failure = { cause: 'own-pause' };

let accounts = 0;

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  location.hash = '#/syncs';
});

/** The history of a first sync that goes on from one that was cut off, with what each is called and all that is said. */
async function history(
  sync: SyncStatus,
  begun: Partial<SyncRun> = { newTitleCount: 3 },
): Promise<{ kinds: () => string[]; says: () => string }> {
  const accountId = `unended-${String(++accounts)}`;
  const database = new LibraryDatabase(accountId);
  const before = { outcome: 'stopped' as const, finishedAt: NOW - 120_000 };
  await database.syncRuns.bulkPut([
    { ...aNewRun(STARTED_AT, 'by-hand', true), ...begun },
    { ...aNewRun(NOW - 240_000, 'by-hand', true), newTitleCount: 3, ...before },
  ]);
  await database.syncCursor.put({ ...beginning(STARTED_AT, 'by-hand', []), id: 'library' });
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = aSnapshot({ player, sync });
  await publish({ connection: connected({ accountId }), snapshot });
  const { container, getByRole } = await render(App);
  const kinds = getByRole('heading', { level: 3 });
  return {
    kinds: () => kinds.elements().map((kind) => kind.textContent),
    says: () => container.textContent,
  };
}

test('a sync that the player stopped says so, and how it goes on', async () => {
  const page = await history({ state: 'stopped', ...aProgress() });
  await expect.poll(page.kinds).toEqual([firstRun['by-player'], firstRun.stopped]);
  expect(page.says().split(goesOnByHand)).toHaveLength(2);
  await expectAccessible();
});

test('a sync is under way, also while it waits for the limit', async () => {
  const resumesAt = NOW + 60_000;
  const page = await history({ state: 'paused', failure: LIMIT, resumesAt, ...aProgress() });
  await expect.poll(page.kinds).toEqual([firstRun.running, firstRun.stopped]);
  expect(page.says()).not.toContain(goesOnByHand);
});

test('a sync is not finished while something stands in its way', async () => {
  const page = await history({ state: 'blocked', failure: LIMIT, ...aProgress() });
  await expect.poll(page.kinds).toEqual([firstRun['under-way'], firstRun.stopped]);
});

test.each([
  ['that is the first', {}, firstRun],
  ['of games that were picked', { isFirst: false, trigger: 'picks' as const }, runOfPicks],
])('of a sync %s nobody knows before its end that it found nothing', async (_, begun, words) => {
  const page = await history({ state: 'running', ...aProgress() }, begun);
  await expect.poll(page.kinds).toContain(words.running);
  expect(page.says()).not.toContain(nothingNew);
  expect(page.says()).not.toMatch(/0 games/);
});

test('the first sync of an account without games has found none, once it has ended', async () => {
  const ended = { outcome: 'complete' as const, finishedAt: NOW - 30_000 };
  const page = await history({ state: 'idle' }, ended);
  await expect.poll(page.kinds).toContain(firstRun.complete);
  expect(page.says()).toMatch(/0 games with 0 trophies/);
});
