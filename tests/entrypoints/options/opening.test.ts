import { expect, test } from 'vitest';
import { openingSoon } from '@/entrypoints/options/opening';
import { PAGES } from '@/entrypoints/options/pages';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
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
