import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import LibraryGlance from '@/components/library/LibraryGlance.svelte';
import type { Failure } from '@/utils/domain/failure';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { tallyOf, type TrophySet } from '@/utils/domain/trophies/trophy-set';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aLibraryTitle, allFetched } from '../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as game from '@/utils/words/en/game.json';
import * as words from '@/utils/words/en/library.json';

const NOW = Date.UTC(2026, 10, 20);
const HOUR = 3_600_000;

const SETS: TrophySet[] = [
  aTrophySet({
    npCommunicationId: 'A',
    trophies: [
      aTrophy({ trophyId: 0, name: 'Out and Back', earned: true, earnedAt: NOW - 3 * HOUR }),
      aTrophy({ trophyId: 1, name: 'All of Them', grade: 'platinum' }),
      aTrophy({ trophyId: 2, name: 'Not Yet' }),
    ],
  }),
  aTrophySet({
    npCommunicationId: 'B',
    trophies: [
      aTrophy({
        name: 'Quick One',
        ...{ earned: true, earnedAt: NOW - HOUR, rates: [{ day: 1, rate: 41 }] },
      }),
    ],
  }),
];

function titleOf(set: TrophySet, name: string, said: Partial<LibraryTitle> = {}): LibraryTitle {
  const tally = tallyOf(set, set.trophies.length, true);
  const { npCommunicationId } = set;
  return allFetched(aLibraryTitle({ npCommunicationId, name, tally, ...said }), 5);
}

const TITLES = [titleOf(SETS[0]!, 'Astro'), titleOf(SETS[1]!, 'Bloom', { status: 'retired' })];

function open(titles: LibraryTitle[] | null, isFolded = false, sets = SETS) {
  const onfold = vi.fn();
  const asked: string[][] = [];
  const queries = {
    trophySets: (ids: readonly string[]) => {
      asked.push([...ids]);
      return {
        subscribe: ({ next }: { next: (sets: TrophySet[]) => void }) => {
          next(sets.filter(({ npCommunicationId }) => ids.includes(npCommunicationId)));
          return { unsubscribe: () => undefined };
        },
      };
    },
  };
  const shown = render(LibraryGlance, { queries, titles, now: NOW, isFolded, onfold });
  return { asked, onfold, shown };
}

function textsIn(name: string): string[] {
  const items = page.getByRole('region', { name }).getByRole('listitem').elements();
  return items.map((item) =>
    item.querySelector(':scope > div')!.textContent.replace(/\s+/g, ' ').trim(),
  );
}

test('the latest trophies with game, rarity and when, and the platinums that are closest', async () => {
  const { asked } = open(TITLES);
  await expect
    .poll(() => textsIn('Latest trophies'))
    .toEqual(['Quick One Bloom 4.1% · 1 hour ago', 'Out and Back Astro –unknown · 3 hours ago']);
  expect(textsIn('Closest platinums')).toEqual(['Astro 1 trophy left']);
  expect(asked).toEqual([['B', 'A']]);
  await expect
    .element(page.getByRole('link', { name: '1 trophy left' }))
    .toHaveAttribute('href', '#/game/A');
  // In a list of links “1 trophy left” says nothing.
  for (const [link, game] of [
    ['1 trophy left', 'Astro'],
    ['Quick One', 'Bloom'],
  ] as const)
    await expect.element(page.getByRole('link', { name: link })).toHaveAccessibleDescription(game);
  await expectAccessible();
});

test('five platinums are the closest, none of a game that the player is done with or cannot finish', async () => {
  const left: Partial<LibraryTitle>[] = [
    { status: 'retired' },
    { hide: true },
    { unobtainable: 'platinum' },
    { unobtainable: 'game' },
    { absence: { missedAt: NOW, isSure: true } },
    // Only started: nobody is on the way to its platinum.
    { earned: noTrophies(), progress: 0 },
    // "Never" says what is fetched, and nothing else.
    { choice: 'never' },
  ];
  const titles = Array.from({ length: 12 }, (_, at) => {
    const set = { ...SETS[0]!, npCommunicationId: `NPWR${String(at)}` };
    return titleOf(set, `Game ${String(at)}`, { lastPlayedAt: NOW - at, ...left[at] });
  });
  open(titles);
  await expect
    .poll(() => textsIn('Closest platinums'))
    .toEqual([6, 7, 8, 9, 10].map((at) => `Game ${String(at)} 1 trophy left`));
});

test('where there is nothing yet it says what will stand there', async () => {
  open([]);
  await expect.element(page.getByText(words.noLatest)).toBeVisible();
  await expect.element(page.getByText(words.noClosest)).toBeVisible();
});

test('nothing is claimed before all games are read', async () => {
  const { asked } = open(null);
  await expect.element(page.getByRole('heading', { name: 'Latest trophies' })).toBeVisible();
  for (const claimed of [words.noLatest, words.noClosest])
    expect(page.getByText(claimed).elements()).toHaveLength(0);
  expect(asked).toEqual([]);
  // The room of what comes is kept, and nobody hears of it.
  await expect.poll(() => document.querySelectorAll('.to-come').length).toBe(8 + 5);
  expect(page.getByRole('listitem').elements()).toHaveLength(0);
  const heights = [...document.querySelectorAll('.to-come')].map((cell) => cell.clientHeight);
  expect(new Set(heights)).toEqual(new Set([58]));
});

test('where both lists stand under each other nothing moves when they come', async () => {
  await page.viewport(2560, 1440);
  document.body.style.container = 'page / inline-size';
  onTestFinished(async () => {
    document.body.removeAttribute('style');
    await page.viewport(1280, 800);
  });
  const trophies = Array.from({ length: 8 }, (_, trophyId) =>
    aTrophy({ trophyId, name: `Number ${String(trophyId)}`, earned: true, earnedAt: NOW - HOUR }),
  );
  const set = aTrophySet({ npCommunicationId: 'A', trophies });
  const { shown } = open(null, false, [set]);
  const { rerender } = await shown;
  const closest = page.getByRole('heading', { name: 'Closest platinums' });
  await expect.element(closest).toBeVisible();
  const before = closest.element().getBoundingClientRect().top;

  await rerender({ titles: [titleOf(set, 'Astro')] });
  await expect.poll(() => textsIn('Latest trophies').length).toBe(8);
  expect(closest.element().getBoundingClientRect().top).toBe(before);
});

test.each([true, false])('it is folded away and out again: folded %s', async (isFolded) => {
  const { onfold } = open(TITLES, isFolded);
  const name = isFolded ? words.showGlance : words.hideGlance;
  await expect.poll(() => page.getByRole('link').elements().length).toBe(isFolded ? 0 : 3);
  await page.getByRole('button', { name }).click();
  expect(onfold).toHaveBeenCalledExactlyOnceWith(!isFolded);
});

test('where there is room for one of the two, the other is a click away', async () => {
  await page.viewport(400, 800);
  document.body.style.container = 'page / inline-size';
  onTestFinished(async () => {
    document.body.removeAttribute('style');
    await page.viewport(1280, 800);
  });
  open(TITLES);
  const latest = page.getByRole('region', { name: 'Latest trophies' });
  const closest = page.getByRole('region', { name: 'Closest platinums' });
  await expect.element(latest).toBeVisible();
  await expect.element(closest).not.toBeInTheDocument();

  await page.getByRole('button', { name: 'Closest platinums', exact: true }).click();
  await expect.element(closest).toBeVisible();
  await expect.element(latest).not.toBeInTheDocument();
  await expectAccessible();
});

test('on the narrowest telephone the names of both stand beside what shows all', async () => {
  // 320 pixels, of which a scrollbar takes 15.
  await page.viewport(305, 640);
  document.body.style.cssText = 'container: page / inline-size; padding-inline: 1rem; margin: 0';
  onTestFinished(async () => {
    document.body.style.cssText = '';
    await page.viewport(1280, 800);
  });
  open(TITLES);
  const endOf = (name: string): number =>
    page.getByRole('button', { name, exact: true }).element().getBoundingClientRect().right;
  const all = page.getByRole('button', { name: words.showAllLatest });
  await expect.element(all).toBeVisible();

  expect(endOf('Closest platinums')).toBeLessThanOrEqual(
    all.element().getBoundingClientRect().left,
  );
});

test('every trophy of the last week is a click away, and all of them are in view', async () => {
  document.body.style.cssText = '--step: 0.5rem; inline-size: 944px';
  onTestFinished(() => void (document.body.style.cssText = ''));
  const DAY = 24 * HOUR;
  const week = aTrophySet({
    npCommunicationId: 'A',
    trophies: Array.from({ length: 30 }, (_, trophyId) =>
      aTrophy({
        trophyId,
        name: `Number ${String(trophyId)}`,
        earned: true,
        earnedAt: NOW - 3 * HOUR - trophyId * (DAY / 2),
      }),
    ),
  });
  const closest = Array.from({ length: 5 }, (_, at) =>
    titleOf({ ...SETS[0]!, npCommunicationId: `NPWR${String(at)}` }, `Game ${String(at)}`),
  );
  open([titleOf(week, 'Astro'), ...closest], false, [week]);
  const items = (name = 'Latest trophies') =>
    page.getByRole('region', { name }).getByRole('listitem').elements();
  await expect.poll(() => items().length).toBe(8);

  const all = page.getByRole('button', { name: words.showAllLatest });
  await all.click();
  await expect.element(all).toHaveAttribute('aria-expanded', 'true');
  // Twice a day for seven days, the first of them three hours ago.
  await expect.poll(() => items().length).toBe(14);
  const { right } = items()[0]!.closest('ul')!.getBoundingClientRect();
  for (const item of [...items(), ...items('Closest platinums')])
    expect(item.getBoundingClientRect().right).toBeLessThanOrEqual(right + 1);
  await expectAccessible();

  await all.click();
  await expect.poll(() => items().length).toBe(8);
});

test('what Sony left without a name is led to all the same', async () => {
  const trophies = [aTrophy({ name: '', earned: true, earnedAt: NOW - HOUR })];
  const set = aTrophySet({ npCommunicationId: 'A', trophies });
  open([titleOf(set, 'Astro')], false, [set]);
  await expect
    .element(page.getByRole('link', { name: game.nameUnknown }))
    .toHaveAttribute('href', '#/game/A');
});

test('more than can stand there are a click away in the log', async () => {
  const trophies = Array.from({ length: 230 }, (_, trophyId) =>
    aTrophy({ trophyId, name: `Number ${String(trophyId)}`, earned: true, earnedAt: NOW - HOUR }),
  );
  const set = aTrophySet({ npCommunicationId: 'A', trophies });
  open([titleOf(set, 'Astro')], false, [set]);
  const more = page.getByRole('link', { name: words.moreInLog });
  const all = page.getByRole('button', { name: words.showAllLatest });
  await expect.element(all).toBeVisible();
  await expect.element(more).not.toBeInTheDocument();
  await all.click();
  await expect.element(more).toHaveAttribute('href', '#/log');
  await expectAccessible();
});

test('says so where the latest trophies cannot be read', async () => {
  const failing = {
    trophySets: () => ({
      subscribe: ({ failed }: { failed: (failure: Failure) => void }) => {
        failed({ cause: 'storage-damaged' });
        return { unsubscribe: () => undefined };
      },
    }),
  };
  const said = { titles: TITLES, now: NOW, isFolded: false, onfold: () => undefined };
  await render(LibraryGlance, { ...said, queries: failing });
  await expect.element(page.getByText(words.latestUnread)).toBeVisible();
});

test('says where later trophies may be missing, since their game is not fetched', async () => {
  const earned = { ...noTrophies(), bronze: 5 };
  const other = { npCommunicationId: 'C', name: 'Carry On', choice: 'unpicked' as const, earned };
  const unpicked = aLibraryTitle({ ...other, tally: null, lastUpdatedAt: NOW - HOUR / 2 });
  open([...TITLES, unpicked]);
  const link = page.getByRole('link', { name: words.latestMissing });
  await expect.element(link).toHaveAttribute('href', '#/log');
  await expect.element(link).toHaveAccessibleDescription(/^In 1 game /);
  await expectAccessible();
});

test.each<[string, Partial<LibraryTitle>]>([
  ['was not played since', { lastUpdatedAt: 5 }],
  ['has nothing earned', { earned: noTrophies() }],
  ['is hidden', { hide: true }],
])('says nothing of a game that %s', async (_, said) => {
  const eight = Array.from({ length: 8 }, (_, trophyId) =>
    aTrophy({ trophyId, name: `T${trophyId}`, earned: true, earnedAt: NOW - HOUR }),
  );
  const set = aTrophySet({ npCommunicationId: 'D', trophies: eight });
  const earned = { ...noTrophies(), bronze: 5 };
  const title = { npCommunicationId: 'C', choice: 'unpicked' as const, earned, tally: null };
  const other = aLibraryTitle({ ...title, lastUpdatedAt: NOW, ...said });
  open([titleOf(set, 'Eight'), other], false, [set]);
  await expect.element(page.getByRole('link', { name: 'T0' })).toBeVisible();
  await expect.element(page.getByText(words.latestMissing)).not.toBeInTheDocument();
});
