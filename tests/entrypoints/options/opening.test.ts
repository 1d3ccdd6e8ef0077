import { expect, test } from 'vitest';
import { openingSoon } from '@/entrypoints/options/opening';
import { routeOf } from '@/components/app/hash-route.svelte';
import { PAGES } from '@/entrypoints/options/pages';
import type { FirstRows } from '@/utils/database/first-rows';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected } from '../../support/statuses.ts';

const LATE = ['list', 'filters', 'search', 'missing'] as const;

async function opens(hash: string, snapshot: Partial<Snapshot> = {}): Promise<void> {
  await publish({ connection: connected(), snapshot: aSnapshot(snapshot) });
  history.replaceState(null, '', hash);
  await openingSoon();
}

function loaded() {
  return LATE.filter((name) => PAGES[name].exports !== undefined);
}

test('a library opens without what it does not show, and with what is to stand in it at first', async () => {
  await opens('#/library');
  await opens('#/settings', { gaps: [{ phase: 'titles', failure: { cause: 'offline' } }] });
  expect(loaded()).toEqual([]);

  await opens('#/library?view=list');
  await expect.poll(loaded).toEqual(['list']);
  await opens('#/library?platform=PS5');
  await expect.poll(loaded).toEqual(['list', 'filters']);
  await opens('#/library?q=quest');
  await expect.poll(loaded).toEqual(['list', 'filters', 'search']);
  await opens('#/library', { gaps: [{ phase: 'titles', failure: { cause: 'offline' } }] });
  await expect.poll(loaded).toEqual([...LATE]);
});

test.each([
  ['#/statistics', null],
  ['#/next', null],
  ['#/year', null],
  ['#/log', [aLibraryTitle()]],
])('at %s are waited for of the games: %j', async (hash, titles) => {
  await PAGES[routeOf(hash).name as 'log'].load();
  const { promise, resolve } = Promise.withResolvers<FirstRows>();
  globalThis.firstRows = promise;
  const rows = { accountId: '4407', titles: [aLibraryTitle()] };
  // A script that is here already is waited for no longer than a few turns.
  setTimeout(() => resolve(rows), 30);
  await publish({ connection: connected(), snapshot: aSnapshot() });
  history.replaceState(null, '', hash);
  const opening = await openingSoon();
  expect(opening.titles?.titles ?? null).toEqual(titles);
  // What is not waited for comes later.
  if (titles === null) expect((await opening.late)?.titles).toEqual(rows.titles);
  history.replaceState(null, '', '#/');
});
