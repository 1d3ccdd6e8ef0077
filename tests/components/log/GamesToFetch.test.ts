import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import GamesToFetch from '@/components/log/GamesToFetch.svelte';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import { DAY, MINUTE } from '@/utils/domain/time-units';
import {
  fetchGames,
  gamesBeingFetched,
  gamesGone,
  gamesNeverFetched,
  gamesRefused,
  gamesShort,
  gamesUncounted,
  gamesUnread,
} from '@/utils/words/log';
import { aLibraryTitle, allFetched } from '../../support/library-titles.ts';
import { setId } from '../../support/earned-trophies.ts';

const titles = (['picked', 'picked', 'unpicked', 'never', 'never', 'never'] as const).map(
  (choice, n) => aLibraryTitle({ npCommunicationId: setId(n), choice }),
);
/** By Sony's clock: this device may be a month ahead. */
const now = Date.now() - 30 * DAY;
const children = createRawSnippet(() => ({ render: () => '<b>Six are missing.</b>' }));
const [picked, never] = [gamesBeingFetched(2, false, 'en-US'), gamesNeverFetched(3, 'en-US')];

test('what is missing says what becomes of it, and those that wait for nothing but a click are fetched by one', async () => {
  let fetched: string[] = [];
  const onfetch = (ids: string[]): void => {
    fetched = ids;
  };
  const { container } = await render(GamesToFetch, {
    titles,
    children,
    onfetch,
    now,
    isSyncing: false,
  });
  await expect
    .element(page.elementLocator(container.querySelector('p')!))
    .toHaveTextContent(`Six are missing. ${picked} ${never}`);
  await page.getByRole('button', { name: fetchGames(1, 'en-US') }).click();
  expect(fetched).toEqual([setId(2)]);
});

test('where all that is missing is being fetched it is not counted twice', async () => {
  const given = { children, onfetch: () => undefined, now, isSyncing: true };
  const { container } = await render(GamesToFetch, { ...given, titles: titles.slice(0, 2) });
  await expect
    .element(page.elementLocator(container.querySelector('p')!))
    .toHaveTextContent(`Six are missing. ${gamesBeingFetched(2, true, 'en-US')}`);
});

test('without a connection nothing is being fetched, and nothing can be', async () => {
  const { container } = await render(GamesToFetch, {
    titles,
    children,
    onfetch: null,
    now,
    isSyncing: false,
  });
  await expect
    .element(page.elementLocator(container.querySelector('p')!))
    .toHaveTextContent(`Six are missing. ${never}`);
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('what cannot be had is named apart, and no button promises it', async () => {
  const gone = { ...titles[2]!, absence: { missedAt: 1, isSure: true } };
  const of = { of: earnedKey(titles[0]!), at: now, tries: 9, syncStartedAt: 1 };
  const refusal = { ...of, failure: { kind: 'offline' } } as never;
  const refused = { ...titles[0]!, fetched: { ...titles[0]!.fetched, refusal } };
  const short = allFetched(titles[2]!, 1);
  const nobody = { bronze: null, silver: null, gold: null, platinum: null };
  const uncounted = allFetched({ ...titles[2]!, earned: nobody }, 1);
  const { container } = await render(GamesToFetch, {
    ...{ titles: [gone, refused, short, uncounted], children, now, isSyncing: false },
    onfetch: () => undefined,
  });
  const said = [gamesGone, gamesShort, gamesUncounted, gamesRefused]
    .map((say) => say(1, 'en-US'))
    .join(' ');
  await expect
    .element(page.elementLocator(container.querySelector('p')!))
    .toHaveTextContent(`Six are missing. ${said}`);
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('of what a sync has brought just now and is not read yet nothing is said for the moment', async () => {
  const [absent, partly] = [0, 1].map((n) => allFetched(titles[n]!, now + 20_000));
  const given = {
    ...{ titles: [absent!, partly!, titles[3]!], absent: new Set([setId(0)]), children, now },
    onfetch: () => undefined,
  };
  const { container, rerender } = await render(GamesToFetch, { ...given, isSyncing: true });
  const line = (): string => container.querySelector('p')?.innerText ?? '';
  expect(line()).toBe(`Six are missing. ${gamesNeverFetched(1, 'en-US')}`);

  const said = [gamesNeverFetched, gamesShort, gamesUnread].map((say) => say(1, 'en-US')).join(' ');
  await rerender({ ...given, isSyncing: true, now: now + 2 * MINUTE });
  expect(line()).toBe(`Six are missing. ${said}`);
  // Once the sync is over, what it has brought last is read a little later.
  await rerender({ ...given, isSyncing: true });
  await rerender({ ...given, isSyncing: false });
  expect(line()).toBe(`Six are missing. ${gamesNeverFetched(1, 'en-US')}`);
  // Nothing is being fetched then, whether anything can be or not.
  await expect.poll(line, { timeout: 5_000 }).toBe(`Six are missing. ${said}`);
  await rerender({ ...given, isSyncing: false, onfetch: null });
  expect(line()).toBe(`Six are missing. ${said}`);
});
