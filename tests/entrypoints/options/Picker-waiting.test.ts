import { beforeEach, expect, test } from 'vitest';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { afterConnecting, begins } from '@/utils/words/en/picker.json';
import { allGames, picksBegin } from '@/utils/words/picker';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { NOW, games, openPicker } from '../../support/picker-scene.ts';
import { aProgress, aSnapshot, aStatus } from '../../support/statuses.ts';

/*
 * What is picked now is fetched after what a sync under way asks for first, and not while Sony wants to be left alone.
 */

const TITLES = games(30, { fetched: NOTHING_FETCHED });

beforeEach(() => {
  answerAsBackground();
});

function openDuring(sync: SyncStatus, lastSyncedAt: number | null = NOW - 60_000) {
  return openPicker(TITLES, aStatus({ snapshot: aSnapshot({ sync, lastSyncedAt }) }));
}

test('while the played list is read for the first time, all are offered without a time', async () => {
  const list = aProgress({ phase: 'played-games', done: 400, total: 2_000 });
  const { getByRole, getByText } = await openDuring({ state: 'running', ...list }, null);
  await getByRole('button', { name: allGames(30, 60, null, 'en'), exact: true }).click();
  await expect.element(getByText(begins['list-read'])).toBeVisible();
});

test('what a sync asks for first is in the time that is said', async () => {
  const matching = aProgress({ phase: 'matching', requestsLeft: 150 });
  const { getByRole, getByText } = await openDuring({ state: 'running', ...matching });
  await getByRole('button', { name: allGames(30, 60, 39_900, 'en'), exact: true }).click();
  await expect.element(getByText('60 requests to Sony, about 40 seconds')).toBeVisible();
});

test('while Sony wants to be left alone, nothing is offered at once, and it is said when it begins', async () => {
  const at = NOW + 20 * 60_000;
  const failure = { cause: 'too-many-requests', until: at } as const;
  const progress = aProgress({ phase: 'trophies', requestsLeft: 0 });
  const { getByRole, getByText, tick } = await openDuring({
    ...{ state: 'paused', ...progress, failure, resumesAt: at },
  });
  await tick('Game 1').click();
  await expect.element(getByText(picksBegin({ when: 'at', at }, NOW, 'en')!)).toBeVisible();
  await expect.element(getByText('2 requests to Sony, a few seconds')).toBeVisible();
  await expect.element(getByRole('button', { name: /^All of|^All \d/ })).not.toBeInTheDocument();
});

test('where nobody is connected, that is what it waits for', async () => {
  const list = aProgress({ phase: 'played-games', done: 400, total: 2_000 });
  const sync = { state: 'running', ...list } as const;
  const connection = { phase: 'disconnected', failure: null } as const;
  const status = aStatus({ connection, snapshot: aSnapshot({ sync, lastSyncedAt: null }) });
  const { getByText, tick } = await openPicker(TITLES, status);
  await tick('Game 1').click();
  await expect.element(getByText(afterConnecting)).toBeVisible();
  await expect.element(getByText(begins['list-read'])).not.toBeInTheDocument();
});
