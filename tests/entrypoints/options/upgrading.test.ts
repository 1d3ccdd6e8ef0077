import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { databaseName } from '@/utils/database/library-name';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { UPGRADING_TITLE } from '@/utils/words/no-library';
import { NO_RUNS_TITLE } from '@/utils/words/sync-runs';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

let accounts = 0;

/** Leaves the account a database of an earlier version of this build's. */
function leaveEarlierVersion(accountId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName(accountId), 5);
    request.onupgradeneeded = () =>
      request.result.createObjectStore('playerItems', {
        keyPath: ['kind', 'npCommunicationId', 'trophyId'],
      });
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(new Error(request.error?.message));
  });
}

/** The worker that was asked first may die in it. */
async function isAskedAgain(asked: readonly string[]): Promise<void> {
  const times = (): number => asked.filter((name) => name === 'resume').length;
  await expect.poll(times, { timeout: 8_000 }).toBeGreaterThan(1);
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

/** Each with what it shows of the library. */
const SCREENS = [
  ['#/library', 'Game 1'],
  ['#/picker', 'Game 1'],
  ['#/game/NPWR00000_00', 'Game 1'],
  ['#/syncs', NO_RUNS_TITLE],
] as const;

const NAME = '%s, %s waits for a library that is being brought up to date, and has it brought';
const UNCONNECTED = SCREENS.map((screen) => ['without a connection', ...screen] as const);
const isUsual = ([, hash]: (typeof UNCONNECTED)[number]) => hash === '#/picker';

async function isWaitedFor(state: string, hash: string, shown: string): Promise<void> {
  const asked = answerAsBackground();
  const accountId = `upgrading-${String(++accounts)}`;
  await leaveEarlierVersion(accountId);
  const player = { ...aSnapshot().player!, accountId };
  const connection = state === 'connected' ? connected({ accountId }) : DISCONNECTED;
  await publish({ connection, snapshot: aSnapshot({ player, titleCount: 3 }) });
  history.replaceState(null, '', hash);
  const { getByRole } = await render(App);

  await expect.element(getByRole('heading', { name: UPGRADING_TITLE })).toBeVisible();
  await expectAccessible();
  await expect.poll(() => asked).toContain('resume');
  if (hash === '#/picker') await isAskedAgain(asked);

  const upgraded = new LibraryDatabase(accountId);
  await upgraded.titles.bulkPut(manyLibraryTitles(3));
  await expect.element(getByRole('heading', { name: UPGRADING_TITLE })).not.toBeInTheDocument();
  await expect.element(getByRole('main').getByText(shown).first()).toBeVisible();
  upgraded.close();
}

test.each([...UNCONNECTED.filter(isUsual), ['connected', '#/library', 'Game 1'] as const])(
  NAME,
  isWaitedFor,
);
test.each(UNCONNECTED.filter((screen) => !isUsual(screen)))(NAME, { tags: ['long'] }, isWaitedFor);
