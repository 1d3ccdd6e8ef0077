import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { aNewRun } from '@/utils/domain/sync/sync-run';
import { nothingNew } from '@/utils/words/en/sync.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  location.hash = '#/syncs';
});

test('names the games that have come to 100 %, also where no trophy was earned for it', async () => {
  const database = new LibraryDatabase('hundreds');
  const [game, other] = manyLibraryTitles(2);
  await database.titles.bulkPut([game!, other!]);
  await publish({
    connection: connected({ accountId: 'hundreds' }),
    snapshot: aSnapshot({ player: { ...aSnapshot().player!, accountId: 'hundreds' } }),
  });
  const start = Date.UTC(2026, 10, 3);
  const seen = { seenAt: start + 1_000, trophyId: null, earnedAt: null, trophies: 24 };
  await database.trophyEvents.put({
    ...{ ...seen, n: 0, kind: 'completed', npCommunicationId: game!.npCommunicationId },
  });
  await database.syncRuns.bulkPut(
    [start, start - 86_400_000].map((startedAt) => ({
      ...aNewRun(startedAt, 'daily', false),
      ...{ outcome: 'complete' as const, finishedAt: startedAt + 60_000 },
      ...(startedAt === start ? { altered: [game!.npCommunicationId] } : {}),
    })),
  );
  const { getByRole } = await render(App);

  // The page itself is the first.
  const reports = getByRole('article');
  await expect.element(reports.nth(1)).toMatchTextContent(/Now at 100%/);
  await expect
    .element(reports.nth(1).getByRole('link', { name: game!.name }).first())
    .toBeVisible();
  await expect.element(reports.nth(2)).toMatchTextContent(nothingNew);
});
