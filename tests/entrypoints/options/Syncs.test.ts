import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { aNewRun, type SyncRun } from '@/utils/domain/sync/sync-run';
import { beginning } from '@/utils/sync/cursor';
import { COPY_REPORT, EVIDENCE } from '@/utils/words/evidence';
import { NOTHING_NEW } from '@/utils/words/run-news';
import { NO_RUNS_TITLE } from '@/utils/words/sync-runs';
import { SYNC_HOUR } from '@/utils/words/syncing';
import { UNREAD_ROWS } from '@/utils/words/unread-rows';
import { firstRun, runByHand, unreadCauses } from '@/utils/words/en/sync.json';
import { lostHundred } from '@/utils/words/en/popup.json';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTrophy } from '../../support/trophies.ts';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

const NOW = Date.now();
const [GAME_1, GAME_2, GAME_3] = ['NPWR00000_00', 'NPWR00001_00', 'NPWR00002_00'];

let database: LibraryDatabase;
let accounts = 0;

/** A daily sync of which only what matters to the test is said. */
function aRun(said: Partial<SyncRun> = {}): SyncRun {
  return {
    ...aNewRun(NOW - 3_600_000, 'daily', false),
    outcome: 'complete',
    finishedAt: NOW - 3_480_000,
    requests: 9,
    ...said,
  };
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  location.hash = '#/syncs';
  const accountId = `syncs-${String(++accounts)}`;
  database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(manyLibraryTitles(3));
  const player = { ...aSnapshot().player!, accountId };
  await publish({ connection: connected({ accountId }), snapshot: aSnapshot({ player }) });
});

test('says what a sync found, by the names of the games, and what it took', async () => {
  await database.syncRuns.put(
    aRun({
      newTrophies: { bronze: 3, silver: 0, gold: 1, platinum: 1 },
      newPlatinums: [GAME_1 ?? ''],
      newTitleCount: 1,
      newTitles: [GAME_2 ?? ''],
      lostHundreds: [GAME_3 ?? ''],
    }),
  );
  const { getByRole, getByText } = await render(App);

  await expect.element(getByRole('heading', { name: SYNC_HOUR })).toBeVisible();
  await expect.element(getByText('5 new trophies: 3 bronze, 1 gold, 1 platinum')).toBeVisible();
  const links = getByRole('article').getByRole('link');
  const found = () => links.elements().map((link) => [link.textContent, link.getAttribute('href')]);
  // The games are read beside the reports: until then their ids stand for them.
  await expect
    .poll(() => found().slice(1))
    .toEqual([
      ['Game 1', `#/game/${GAME_1}`],
      ['Game 2', `#/game/${GAME_2}`],
      ['Game 3', `#/game/${GAME_3}`],
    ]);
  await expect.element(getByText(lostHundred)).toBeVisible();
  await expect.element(getByText('9 requests, 2 min')).toBeVisible();
  await expectAccessible();
});

test('names the trophies that were earned since the sync before it, and leads to all of them in the log', async () => {
  const id = GAME_1 ?? '';
  const [before, start] = [NOW - 90_000_000, NOW - 3_600_000];
  const trophies = [
    aTrophy({ trophyId: 0, name: 'Untouchable', grade: 'gold', earned: true, earnedAt: start - 1 }),
    aTrophy({ trophyId: 1, name: 'Old Friends', earned: true, earnedAt: before - 1 }),
    aTrophy({ trophyId: 2, name: 'Night Shift' }),
  ];
  await database.trophySets.put(packed({ npCommunicationId: id, groups: [], trophies }));
  const earnedIn = [{ npCommunicationId: id, trophies: 2 }];
  await database.syncRuns.bulkPut([
    aRun({ earnedIn, newTrophies: { bronze: 1, silver: 0, gold: 1, platinum: 0 } }),
    aRun({ startedAt: before, finishedAt: before + 60_000 }),
  ]);
  const { getByRole } = await render(App);

  const report = getByRole('article').first();
  await expect
    .element(report)
    .toMatchTextContent(
      /New trophies Game 1 \(2 trophies\) Untouchable \(gold\) and 1 more 9 requests/,
    );
  await expect
    .element(report.getByRole('link', { name: 'Game 1' }))
    .toHaveAttribute('href', `#/log?game=${id}`);
});

test('names what was earned before new picks were fetched, which found nothing', async () => {
  const id = GAME_1 ?? '';
  const start = aRun().startedAt;
  const trophies = [
    aTrophy({ trophyId: 0, name: 'Untouchable', grade: 'gold', earned: true, earnedAt: start - 9 }),
  ];
  await database.trophySets.put(packed({ npCommunicationId: id, groups: [], trophies }));
  await database.syncRuns.bulkPut([
    aRun({ earnedIn: [{ npCommunicationId: id, trophies: 1 }] }),
    aRun({ startedAt: start - 3, finishedAt: start - 2, trigger: 'picks' }),
    aRun({ startedAt: start - 5, finishedAt: start - 4, outcome: 'stopped' }),
    aRun({ startedAt: start - 99, finishedAt: start - 98 }),
  ]);
  const { getByRole } = await render(App);
  await expect.element(getByRole('article').first()).toMatchTextContent(/Untouchable \(gold\)/);
});

test('says what a game was called before, and what Sony took back', async () => {
  const id = GAME_2 ?? '';
  await database.syncRuns.put(
    aRun({
      takenBack: [{ npCommunicationId: GAME_1 ?? '', trophies: 2 }],
      renamed: [{ npCommunicationId: id, before: 'Lantern', after: 'Lantern II' }],
    }),
  );
  const { getByRole } = await render(App);

  const report = getByRole('article').last();
  await expect.element(report).toMatchTextContent(/Taken back Game 1 \(2 trophies\)/);
  await expect.element(report).toMatchTextContent(/Renamed Lantern now called Lantern II/);
  await expect.element(report).not.toMatchTextContent(NOTHING_NEW);
  await expectAccessible();
});

test('a first sync is no news, and one that a newer one took the place of says that, not that it was stopped', async () => {
  await database.syncRuns.bulkPut([
    aRun({
      isFirst: true,
      trigger: 'by-hand',
      newTitleCount: 1_300,
      newTrophies: { bronze: 900, silver: 100, gold: 0, platinum: 0 },
    }),
    aRun({ startedAt: NOW - 60_000, outcome: 'stopped', trigger: 'by-hand' }),
  ]);
  const { getByRole, getByText } = await render(App);

  await expect.element(getByText('1,300 games with 1,000 trophies')).toBeVisible();
  const kinds = getByRole('heading', { level: 3 });
  await expect
    .poll(() => kinds.elements().map((kind) => kind.textContent))
    .toEqual([runByHand.stopped, firstRun.complete]);
  await expect.element(getByText(NOTHING_NEW)).toBeVisible();
});

test('a sync under way says how many requests it has made by now', async () => {
  const startedAt = NOW - 60_000;
  await database.syncRuns.bulkPut([aRun(), aNewRun(startedAt, 'by-hand', false)]);
  const cursor = { ...beginning(startedAt, 'by-hand', []), id: 'library' as const };
  await database.syncCursor.put({ ...cursor, requests: 84 });
  const { getByText } = await render(App);

  await expect.element(getByText('84 requests')).toBeVisible();
  await database.syncCursor.put({ ...cursor, requests: 85 });
  await expect.element(getByText('85 requests')).toBeVisible();
  await expect.element(getByText('9 requests, 2 min')).toBeVisible();
});

test('what a sync could not get is told as what happened then, and not as what is missing now', async () => {
  const gaps = [{ phase: 'trophies' as const, failure: { cause: 'sony-down' as const } }];
  await database.syncRuns.bulkPut([
    aRun({ startedAt: NOW - 7 * 86_400_000, gaps, unread: 2 }),
    aRun(),
  ]);
  const { getByRole } = await render(App);

  const main = getByRole('main');
  await expect
    .element(main)
    .toMatchTextContent(
      /Trophies of some games could not be fetched\. 2 entries of Sony’s could not be read\./,
    );
  await expect.element(main).not.toMatchTextContent(/missing or old|next sync tries/);
});

test('names what could not be read, and why', async () => {
  await database.unreadRows.bulkPut([
    {
      id: `trophies/${GAME_1}`,
      list: 'trophies',
      npCommunicationId: GAME_1 ?? '',
      fields: [],
      cause: 'not-found',
      seenAt: NOW,
    },
    {
      id: 'titles/NPWR66666_00',
      list: 'titles',
      npCommunicationId: 'NPWR66666_00',
      fields: ['progress', 'earnedTrophies.gold'],
      cause: null,
      seenAt: NOW - 1,
    },
  ]);
  const { getByRole } = await render(App);

  const list = getByRole('region', { name: UNREAD_ROWS });
  const rows = list.getByRole('listitem');
  await expect.element(rows.first()).toMatchTextContent(/Trophies of Game 1/);
  await expect.element(rows.first()).toMatchTextContent(unreadCauses['not-found']);
  await expect.element(rows.nth(1)).toMatchTextContent(/Game: NPWR66666_00/);
  await expect
    .element(rows.nth(1))
    .toMatchTextContent(/Not understood: progress, earnedTrophies.gold/);
  await expectAccessible();

  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '1' } as never);
  await list.getByText(EVIDENCE).click();
  await list.getByRole('button', { name: COPY_REPORT }).click();
  await expect.poll(() => writeText.mock.lastCall?.[0]).toContain('earnedTrophies.gold');
});

test('names no game that could not be read and that nobody asks for any more', async () => {
  const said = { fields: [], cause: 'not-found' as const, seenAt: NOW };
  await database.unreadRows.bulkPut(
    [GAME_1, GAME_2, GAME_3].map((id = '') => {
      return { id: `trophies/${id}`, list: 'trophies' as const, npCommunicationId: id, ...said };
    }),
  );
  await database.titles.update(GAME_2 ?? '', { choice: 'never' });
  await database.titles.update(GAME_3 ?? '', { absence: { missedAt: NOW, isSure: true } });
  const { getByRole } = await render(App);

  const list = getByRole('region', { name: UNREAD_ROWS });
  // Until all games are read nobody knows of which that is so.
  await expect.poll(() => list.getByRole('listitem').elements()).toHaveLength(1);
  await expect.element(list.getByRole('listitem').first()).toMatchTextContent(/Game 1/);
});

test('draws the first of thousands that could not be read, and more where they are asked for', async () => {
  await database.unreadRows.bulkPut(
    Array.from({ length: 3_021 }, (_, n) => ({
      id: `titles/NPWR${String(n)}_00`,
      list: 'titles' as const,
      npCommunicationId: `NPWR${String(n)}_00`,
      fields: ['progress'],
      cause: null,
      seenAt: NOW - n,
    })),
  );
  const { getByRole } = await render(App);

  const list = getByRole('region', { name: UNREAD_ROWS });
  const rows = () => list.getByRole('listitem').elements();
  await expect.element(list.getByRole('button', { name: 'And 3,001 more' })).toBeVisible();
  expect(rows()).toHaveLength(20);
  expect(rows()[0]?.textContent).toContain('NPWR0_00');
  await expectAccessible();

  await list.getByRole('button', { name: 'And 3,001 more' }).click();
  await expect.element(list.getByRole('button', { name: 'And 2,901 more' })).toBeVisible();
  expect(rows()).toHaveLength(120);
});

test('before the first sync it says what will stand here', async () => {
  const { getByRole } = await render(App);

  await expect.element(getByRole('heading', { name: NO_RUNS_TITLE })).toBeVisible();
  await expectAccessible();
});
