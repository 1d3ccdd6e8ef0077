import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/popup/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { NEWS_KINDS } from '@/utils/domain/sync/glance';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { PINNED_TROPHIES } from '@/utils/words/glance';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectNames, expectSense } from '../../support/expect-sound.ts';
import { oddTitles, oddTrophies } from '../../support/odd-rows.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus, connected } from '../../support/statuses.ts';

const TITLES = oddTitles();
const TROPHIES = oddTrophies();
const ACCOUNT = `odd-popup-${String(Date.now())}`;

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

/** What the popup shows where all that it shows is odd, from these rows on. */
function oddSnapshot(from: number): Snapshot {
  const titles = [0, 1, 2].map((at) => TITLES[(from + at) % TITLES.length]!);
  const [closest, second] = titles as [(typeof titles)[0], (typeof titles)[0]];
  return aSnapshot({
    player: {
      accountId: ACCOUNT,
      onlineId: null,
      avatarUrl: 'https://example.com/a',
      isPlus: false,
    },
    recentTitles: titles,
    closestPlatinum: { ...closest, left: 3, isAtMost: true },
    news: {
      titles: titles.map((title, at) => ({ ...title, kind: NEWS_KINDS[at]!, trophies: 2 })),
      more: 0,
      upTo: 1,
    },
    pins: [0, 1, 2, 3].map((at) => ({
      ...TROPHIES[(from + at) % TROPHIES.length]!,
      npCommunicationId: second.npCommunicationId,
      title: second.name,
    })),
  });
}

test('the popup draws odd games, news and pins', async () => {
  await publish(
    aStatus({ connection: connected({ accountId: ACCOUNT }), snapshot: oddSnapshot(0) }),
  );
  const { getByRole, container } = await render(App);
  await expect.element(getByRole('region', { name: PINNED_TROPHIES })).toBeVisible();

  for (let from = 0; from < Math.max(TITLES.length, TROPHIES.length); from += 3) {
    const snapshot = oddSnapshot(from);
    await publish({ snapshot });
    const { npCommunicationId } = snapshot.closestPlatinum!;
    await expect
      .poll(() => container.querySelectorAll(`a[href$="${npCommunicationId}"]`).length)
      .toBeGreaterThan(1);
    expectSense();
  }
  await expectNames();
});

test('the popup draws what it was left twice, and a level that nobody knows', async () => {
  const snapshot = oddSnapshot(3);
  const [title] = snapshot.recentTitles;
  const [pin] = snapshot.pins;
  const news = { ...snapshot.news!, titles: snapshot.news!.titles.slice(0, 1) };
  const earned = { bronze: null, silver: -1, gold: 1e300, platinum: 1 };
  await publish(
    aStatus({
      connection: connected({ accountId: ACCOUNT }),
      snapshot: {
        ...snapshot,
        recentTitles: [title!, title!],
        pins: [pin!, pin!],
        news: { ...news, titles: [news.titles[0]!, news.titles[0]!] },
        summary: { trophyLevel: null, progress: -4, tier: 1e300, earned },
        ...{ titleCount: -3, unreadCount: -1 },
      },
    }),
  );
  const { getByRole } = await render(App);

  await expect.element(getByRole('region', { name: PINNED_TROPHIES })).toBeVisible();
  expectSense();
  await expectNames();
});

test('the search draws odd games', async () => {
  await new LibraryDatabase(ACCOUNT).table('titles').bulkPut(TITLES);
  await publish(
    aStatus({ connection: connected({ accountId: ACCOUNT }), snapshot: oddSnapshot(0) }),
  );
  const { getByRole, container } = await render(App);
  await expect.element(getByRole('button', { name: 'Search games' })).toBeVisible();
  await userEvent.keyboard('/');
  const field = getByRole('searchbox', { name: 'Search games' });

  for (const typed of ['odd', 'nothing', 'lantern', 'a', 'no', 'npwr', '🏆']) {
    await field.fill(typed);
    await expect.poll(() => container.querySelectorAll('[data-item]').length).toBeGreaterThan(0);
    expectSense();
  }
  await expectNames();
});
