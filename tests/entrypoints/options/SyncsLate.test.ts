import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { aNewRun } from '@/utils/domain/sync/sync-run';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  location.hash = '#/syncs';
});

test('says of what month trophies are that arrived late, and by how much the numbers after them moved', async () => {
  const database = new LibraryDatabase('late');
  await database.titles.bulkPut(manyLibraryTitles(1));
  await publish({
    connection: connected({ accountId: 'late' }),
    snapshot: aSnapshot({ player: { ...aSnapshot().player!, accountId: 'late' } }),
    settings: { ...DEFAULT_SETTINGS, zone: 'Pacific/Auckland' },
  });
  const start = Date.UTC(2026, 10, 3);
  const late = (n: number, seenAt: number, earnedAt: number) =>
    database.trophyEvents.put({
      ...{ seenAt, n, kind: 'late', npCommunicationId: 'NPWR00000_00', trophyId: n, earnedAt },
      trophies: 1,
    });
  // By UTC one is of February, and another of March where the zone says April.
  await late(0, start + 1_000, Date.UTC(2026, 1, 28, 13));
  await late(1, start + 1_000, Date.UTC(2026, 2, 31, 10));
  await late(2, start - 86_400_000 + 1_000, Date.UTC(2026, 2, 31, 12));
  // Seen as the player opened the game, in the afternoon before that sync.
  await late(4, start - 86_400_000 - 40_000_000, Date.UTC(2026, 2, 31, 14));
  await late(3, start - 86_400_000 + 1_000, Date.UTC(2026, 4, 2));
  const runs = [start, start - 86_400_000, start - 2 * 86_400_000];
  await database.syncRuns.bulkPut(
    runs.map((startedAt) => ({
      ...aNewRun(startedAt, 'daily', false),
      ...{ outcome: 'complete' as const, finishedAt: startedAt + 60_000 },
    })),
  );
  const { getByRole } = await render(App);

  // The page itself is the first.
  const reports = getByRole('article');
  await expect
    .element(reports.nth(1))
    .toMatchTextContent(/2 trophies of March 2026 arrived; numbers after them moved by 2\./);
  await expect
    .element(reports.nth(2))
    .toMatchTextContent(/3 trophies of April 2026 to May 2026 arrived; .* moved by 3\./);
  await expect.element(reports.nth(3)).not.toMatchTextContent(/arrived/);

  // The player takes another zone beside this page.
  await publish({ settings: { ...DEFAULT_SETTINGS, zone: 'UTC' } });
  await expect
    .element(reports.nth(1))
    .toMatchTextContent(/2 trophies of February 2026 to March 2026 arrived/);
});
