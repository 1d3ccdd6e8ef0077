import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { gameAddress } from '@/components/app/hash-route.svelte';
import { spansOfGames } from '@/components/statistics/game-charts';
import RarestTrophies from '@/components/statistics/RarestTrophies.svelte';
import RarityOverTime from '@/components/statistics/RarityOverTime.svelte';
import { GRADE_NAMES } from '@/utils/words/trophies';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { aLog, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle, allFetched } from '../../support/library-titles.ts';
import { aTrophy } from '../../support/trophies.ts';

const ID = setId(1);
const TITLE = aLibraryTitle({ npCommunicationId: ID, name: 'Sable Aviary' });

/** One gold trophy of one game, of which PlayStation says these things. */
function given(title = TITLE, of: Partial<Trophy> = {}) {
  const log = { ...aLog(['2026-01-05T12:00:00Z']), grade: Uint8Array.of(2) };
  const change = { place: 0, rate: 21, then: 34, now: 21 };
  const rates = { known: 1, rarer: 1, commoner: 0, unchanged: 0 };
  const figures = {
    ...{ log, civil: { day: [20_458] }, byId: new Map([[ID, title]]), rarest: [change] },
    rates: { ...rates, mostRarer: [change], mostCommoner: [] },
  };
  const trophies = [aTrophy({ trophyId: 0, name: '', ...of })];
  const queries = {
    trophySets: () => ({
      subscribe: ({ next }: { next: (sets: unknown) => void }) => {
        next([{ npCommunicationId: ID, groups: [], trophies }]);
        return { unsubscribe: () => undefined };
      },
    }),
  };
  return { figures, queries } as never as { figures: never; queries: never };
}

test('a trophy without a name goes by its grade', async () => {
  await render(RarestTrophies, { ...given(), expected: 1 });
  await expect.element(page.getByRole('link', { name: GRADE_NAMES.gold })).toBeVisible();
});

test('a trophy that is named leads to itself, and not to its game alone', async () => {
  const hrefOf = (name: RegExp) =>
    expect.element(page.getByRole('link', { name })).toHaveAttribute('href', TROPHY);
  const TROPHY = gameAddress(ID, 0);
  const { unmount } = await render(RarestTrophies, {
    ...given(TITLE, { name: 'Vigil' }),
    expected: 1,
  });
  await hrefOf(/^Vigil/);
  await unmount();
  await render(RarityOverTime, given(TITLE, { name: 'Vigil' }));
  await hrefOf(/^Vigil/);
});

test('a trophy of the list says how fast its rarity changes, as its game does', async () => {
  const DAY = 86_400_000;
  const earned = { earned: true, earnedAt: 20_458 * DAY };
  const rates = [20_458, 20_658].map((day, at) => ({ day, rate: [34, 21][at] ?? 0 }));
  const read = allFetched(TITLE, 20_658 * DAY);
  await render(RarityOverTime, given(read, { ...earned, rates }));
  const link = page.getByRole('link', { name: /Sable Aviary, 2.4 percentage points less a year/ });
  await expect.element(link).toBeVisible();
});

test('a hidden game is named on the page, and in no picture of it', async () => {
  const hidden = [
    { ...TITLE, hidden: true },
    { ...TITLE, hide: true },
  ];
  const { container, rerender } = await render(RarityOverTime, given(hidden[0]));
  const told = () =>
    [...container.querySelectorAll('svg [data-told]')].map((each) => [
      each.textContent.trim(),
      each.getAttribute('data-told'),
    ]);
  const said = [
    [GRADE_NAMES.gold, GRADE_NAMES.gold],
    ['Sable Aviary', ''],
  ];
  await page.viewport(1_280, 900);
  await expect.poll(told).toEqual(said);
  await rerender(given(hidden[1]));
  await expect.poll(told).toEqual(said);
  await rerender(given());
  await expect.poll(told).toEqual([]);
});

test('a bar of a hidden game has its name on the page alone', () => {
  const games = [{ npCommunicationId: ID, first: 20_458, last: 20_460, platinum: null }];
  const of = { zone: [{ from: -Infinity, offset: 0 }], until: 20_783 };
  const isUntold = (title: typeof TITLE) =>
    spansOfGames(games as never, new Map([[ID, title]]), of).map((span) => span.isUntold);
  expect(isUntold(TITLE)).toEqual([false]);
  expect(isUntold({ ...TITLE, hide: true })).toEqual([true]);
  expect(isUntold({ ...TITLE, hidden: true })).toEqual([true]);
});
