import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { openLibrary } from '../../support/library-page.ts';
import { publish } from '../../support/publish-status.ts';
import { unrankedInShort } from '@/utils/words/unranked';
import { aProgress, manyLibraryTitles } from '../../support/statuses.ts';

/** The smallest and the largest; what lies between is of the long run. */
const ACCOUNTS = [60, 5_000];
const BETWEEN = [300, 1_300];

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

/** As they are on a real account: names of all lengths, several platforms, marks of every kind. */
function gamesOf(account: number): LibraryTitle[] {
  return manyLibraryTitles(account).map((title, at) => ({
    ...title,
    name: `${title.name} ${'of the Lantern Keepers '.repeat(at % 5)}`,
    platforms: at % 12 === 2 ? ['PSVITA', 'PS4', 'PS3'] : at % 4 === 1 ? ['PS5', 'PS4'] : ['PS5'],
    earned: { ...title.earned, platinum: at % 2 },
    progress: at % 101,
    choice: 'unpicked' as const,
    ...(at % 7 === 0 ? { status: 'retired' as const } : {}),
    ...(at % 11 === 0 ? { unobtainable: 'platinum' as const } : {}),
    ...(at % 13 === 0 ? { unobtainable: 'game' as const, isPlus: true } : {}),
  }));
}

/** The library of such an account in a window of this size, once all of it is read. */
async function open(query: string, account: number, width = 1280, height = 800) {
  return openWith(query, gamesOf(account), width, height);
}

async function openWith(query: string, titles: LibraryTitle[], width: number, height: number) {
  await page.viewport(width, height);
  const account = titles.length;
  const shown = await openLibrary(query, titles);
  await expect
    .element(page.getByTestId('library-count'))
    .toHaveAttribute('data-count', String(account));
  await expect.poll(() => items().length).toBeGreaterThan(1);
  return shown;
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-item]')];
}

function boxes(): DOMRect[] {
  return items().map((item) => item.getBoundingClientRect());
}

function seenWhole(): number {
  return boxes().filter(({ bottom }) => bottom <= window.innerHeight).length;
}

const firstTop = (): number => Math.min(...boxes().map(({ top }) => top));
const highest = (): number => Math.max(...boxes().map(({ height }) => height));

describe.each([
  ...ACCOUNTS.map((account) => ({ account, tags: [] })),
  ...BETWEEN.map((account) => ({ account, tags: ['long'] })),
])('of $account games', ({ account, tags }) => {
  test('the first screen has twelve rows of one line', { tags }, async () => {
    await open('?view=list', account);
    await expect.poll(seenWhole).toBeGreaterThanOrEqual(12);
    expect(highest()).toBeLessThanOrEqual(44);
    expect(firstTop()).toBeLessThan(320);
  });

  test(
    'the first screen has twelve rows also where an order cannot rank games',
    { tags },
    async () => {
      await open('?view=list&sort=rarest', account);
      await expect.element(page.getByText(unrankedInShort(account, 'en'))).toBeVisible();
      await expect.poll(seenWhole).toBeGreaterThanOrEqual(12);
    },
  );

  test('the first screen has eight cards', { tags }, async () => {
    await open('?view=grid', account);
    await expect.poll(seenWhole).toBeGreaterThanOrEqual(8);
    expect(firstTop()).toBeLessThan(300);
  });
});

test('on a wide screen cards with a platinum and what they are marked with are few nodes', async () => {
  const earned = { bronze: 30, silver: 8, gold: 2, platinum: 1 };
  // A platinum that is earned is not marked as impossible.
  const titles = gamesOf(1_300).map((title, at) => {
    const isPlus = title.isPlus === true || at % 11 === 0;
    return { ...title, isPlus, earned, defined: earned };
  });
  await openWith('?view=grid', titles, 2560, 1440);
  window.scrollTo(0, 20_100);
  await expect.poll(() => firstTop() > -400 && seenWhole() > 20).toBe(true);
  await expect
    .poll(() => document.querySelectorAll('[data-item] > .flag').length)
    .toBeGreaterThan(9);
  expect(document.querySelectorAll('[data-item], [data-item] *').length).toBeLessThanOrEqual(400);
});

test.each(['list', 'grid'])(
  'a telephone has its first game on the first screen (%s)',
  async (view) => {
    await open(`?view=${view}`, 300, 400, 800);
    await expect.poll(firstTop).toBeLessThan(500);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
  },
);

const WAITING: SyncStatus = {
  ...{ state: 'paused', failure: { cause: 'own-pause' }, resumesAt: Date.now() + 600_000 },
  ...aProgress({ phase: 'trophies', done: 45, total: 95, requestsLeft: 100 }),
};

test.each([400, 1280, 2560])('at %i px no game moves for a sync that waits', async (width) => {
  await open('?view=list', 300, width, 800);
  const top = firstTop();
  const { snapshot } = await browser.storage.local.get<{ snapshot: Snapshot }>('snapshot');
  await publish({ snapshot: { ...snapshot, sync: WAITING } });
  await expect.element(page.getByRole('progressbar', { name: 'Sync' })).toBeVisible();
  expect(firstTop()).toBe(top);
});

/** Elements that have no room for their text, and neither an ellipsis nor the whole of it to be pointed at. */
function cutTexts(): string[] {
  const cut: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-item], [data-item] *')) {
    const { overflow, textOverflow, webkitLineClamp } = getComputedStyle(element);
    const isTooWide = element.scrollWidth > element.clientWidth + 1;
    if (!isTooWide || element.clientWidth <= 1 || overflow === 'visible') continue;
    const isTold = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
    if (!isTold || element.title === '') cut.push(element.outerHTML.slice(0, 200));
  }
  return cut;
}

/** What of a game stands beyond its edge, or over what stands beside it. */
function spilt(): string[] {
  return items().flatMap((item) => {
    const { left, right, bottom } = item.getBoundingClientRect();
    return [...item.querySelectorAll<HTMLElement>('*:not(.heard)')]
      .filter((each) => {
        const box = each.getBoundingClientRect();
        return box.right > right + 1 || box.left < left - 1 || box.bottom > bottom + 8;
      })
      .map((each) => each.outerHTML.slice(0, 200));
  });
}

test.each(
  [320, 400, 1280, 2560].flatMap((width) => [[width, 'grid'] as const, [width, 'list'] as const]),
)('at %i px nothing of a game is cut without a sign (%s)', async (width, view) => {
  await open(`?view=${view}&sort=platinum`, 60, width, 1440);
  await expect.poll(cutTexts).toEqual([]);
  await expect.poll(spilt).toEqual([]);
});

test.each([400, 1280, 2560])(
  'at %i px a row is as high as was reckoned, to a fraction of a pixel',
  async (width) => {
    const complaints: string[] = [];
    const note = ({ message }: ErrorEvent): void => void complaints.push(message);
    addEventListener('error', note);
    await open('', 300, width);
    await expect.poll(() => boxes()[0]?.height).toBeGreaterThan(0);
    removeEventListener('error', note);

    // The browser says when the page was measured, and was another one before that was told.
    expect(complaints).toEqual([]);
  },
);
