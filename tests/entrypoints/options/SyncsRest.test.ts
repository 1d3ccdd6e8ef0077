import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import {
  REFUSED_HINTS,
  REST,
  REST_HINTS,
  REST_STOPPED,
  STOP_SYNC_NAME,
  stoppedAt,
} from '@/utils/words/sync';
import { NO_RUNS_TITLE } from '@/utils/words/sync-runs';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aProgress, aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

/* A sync of which only the rest is left. */

const NOW = Date.now();
const ACCOUNT = 'syncs-rest';

const rest = aProgress({
  ...{ phase: 'trophies', done: 12, total: 40, isRest: true },
  ...{ requestsLeft: 84, endsAt: NOW + 600_000 },
});

function tell(sync: SyncStatus): Promise<void> {
  return publish({
    connection: connected({ accountId: ACCOUNT }),
    snapshot: aSnapshot({ sync }),
  });
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  location.hash = '#/syncs';
  await new LibraryDatabase(ACCOUNT).titles.bulkPut(manyLibraryTitles(3));
});

test('it says how far that is and when it goes on, and can stop it', async () => {
  const asked = answerAsBackground();
  await tell({ state: 'running', ...rest });
  const { container, getByRole } = await render(App);
  const region = getByRole('region', { name: REST });
  await expect.element(region).toMatchTextContent(/Trophies of games 12 of 40/);
  await expect.element(region).toMatchTextContent(/84 requests, about \d+ minutes left/);
  expect(container.querySelector('[role=progressbar]')).toBeNull();
  await expectAccessible();

  const failure = { cause: 'own-pause' as const };
  await tell({ state: 'paused', ...rest, failure, resumesAt: NOW + 600_000 });
  await expect.element(region).toMatchTextContent(/Continues at .*\./);

  await region.getByRole('button', { name: STOP_SYNC_NAME }).click();
  await expect.poll(() => asked).toContain('stopSync');
  await tell({ state: 'stopped', ...rest });
  await expect.element(region.getByRole('button')).not.toBeInTheDocument();
  await expect.element(region).toMatchTextContent(stoppedAt(rest, 'en'));
  // The button is gone: whoever has pressed it by keyboard goes on at the head of what it stood in.
  await expect.element(region.getByRole('heading', { name: REST })).toHaveFocus();
  await expect.element(region).toMatchTextContent(REST_STOPPED);
  await expectAccessible();
});

test('nothing of it is said while what is picked is still coming, and when all is there', async () => {
  await tell({ state: 'running', ...aProgress({ phase: 'trophies', done: 12, total: 40 }) });
  const { getByRole } = await render(App);
  await expect.element(getByRole('heading', { name: NO_RUNS_TITLE })).toBeVisible();
  await expect.element(getByRole('region', { name: REST })).not.toBeInTheDocument();
  await tell({ state: 'running', ...rest });
  await expect.element(getByRole('region', { name: REST })).toBeVisible();
  await tell({ state: 'idle' });
  await expect.element(getByRole('region', { name: REST })).not.toBeInTheDocument();
});

test.each([
  ['nothing was refused', 'picked', null, REST_HINTS],
  ['a picked game was refused', 'picked', 'now', REFUSED_HINTS],
  ['one was refused for what it was before', 'picked', 'before', REST_HINTS],
  ['a game was refused that is not picked', 'unpicked', 'now', REST_HINTS],
] as const)(
  'what Sony refused is spoken of only where it did: %s',
  async (_, choice, of, hints) => {
    const [title] = manyLibraryTitles(1);
    const { titles } = new LibraryDatabase(ACCOUNT);
    const refused = {
      of: of === 'now' ? earnedKey(title!) : 'what it was',
      ...{ at: NOW, tries: 1, failure: { cause: 'not-found' as const }, syncStartedAt: NOW },
    };
    const fetched = { ...title!.fetched, refusal: of === null ? null : refused };
    await titles.put({ ...title!, choice, fetched });
    await tell({ state: 'running', ...rest });
    const { getByText } = await render(App);
    await expect.element(getByText(hints.follows, { exact: true })).toBeVisible();
    await tell({ state: 'stopped', ...rest });
    await expect.element(getByText(hints.waits, { exact: true })).toBeVisible();
  },
);
