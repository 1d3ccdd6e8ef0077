import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { topOfLibrary, type LibraryPosition } from '@/components/library/library-position';
import TitleList from '@/components/library/TitleList.svelte';
import type { EditionStack } from '@/utils/domain/library/editions';
import { LAYOUTS, type Layout } from '@/utils/domain/library/library-view';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { isLeftToPage } from '../../support/is-left-to-page.ts';
import { aLibraryTitle, manyLibraryTitles } from '../../support/statuses.ts';

const NOW = 1_700_000_000_000;

function manyStacks(count: number): EditionStack[] {
  return manyLibraryTitles(count).map((title) => ({ title, others: [] }));
}

interface Said {
  stacks?: EditionStack[];
  layout?: Layout;
  position?: LibraryPosition;
}

function theList({
  stacks = manyStacks(60),
  layout = 'list',
  position = topOfLibrary(),
}: Said = {}) {
  return render(TitleList, { stacks, layout, position, now: NOW });
}

/** A game of the table, or of the list that it is elsewhere. */
const games = { list: 'row', grid: 'listitem' } as const;

const focused = () => document.querySelector('a:focus')?.textContent;

/** Puts the keyboard on the first game. */
async function start(): Promise<void> {
  const first = page.getByRole('link', { name: 'Game 1', exact: true });
  await expect.element(first).toBeVisible();
  (first.element() as HTMLElement).focus();
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  document.documentElement.dir = 'ltr';
});

describe.each(LAYOUTS)('as %s', (layout) => {
  test('no more games are drawn at first than stay there', async () => {
    let most = 0;
    const drawn = (): number => document.querySelectorAll('[data-item]').length;
    const watching = new MutationObserver(() => (most = Math.max(most, drawn())));
    watching.observe(document.body, { childList: true, subtree: true });
    const { getByRole } = await theList({ stacks: manyStacks(200), layout });
    await expect.element(getByRole(games[layout]).first()).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 100));
    watching.disconnect();

    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(1.5 * drawn());
  });

  test('5,000 games are few nodes, and each says which one of how many it is', async () => {
    const { container, getByRole } = await theList({ stacks: manyStacks(5_000), layout });

    const first = getByRole(games[layout]).nth(layout === 'list' ? 1 : 0);
    if (layout === 'grid') {
      await expect.element(first).toHaveAttribute('aria-posinset', '1');
      await expect.element(first).toHaveAttribute('aria-setsize', '5000');
    } else {
      await expect.element(first).toHaveAttribute('aria-rowindex', '2');
      await expect.element(getByRole('table')).toHaveAttribute('aria-rowcount', '5001');
    }
    // What a window of 1,280 has beside the filters.
    await page.viewport(layout === 'list' ? 960 : 1280, 800);
    window.scrollTo(0, 20_000);
    await expect.poll(() => visibleGame()).toBeDefined();
    await expect
      .poll(() => container.querySelectorAll('[data-item], [data-item] *').length)
      .toBeLessThanOrEqual(400);
    await expectAccessible();
  });

  test('what a key shows is drawn first, and then what is beyond the screen', async () => {
    const { container, rerender } = await theList({ stacks: manyStacks(5_000), layout });
    const drawn = (): number => container.querySelectorAll('[data-item]').length;
    const inView = (): number =>
      [...container.querySelectorAll('[data-item]')].filter(
        (item) => item.getBoundingClientRect().top < innerHeight,
      ).length;
    await expect.poll(drawn).toBeGreaterThan(inView());

    dispatchEvent(new KeyboardEvent('keydown'));
    await rerender({ stacks: manyStacks(4_000) });
    expect(drawn()).toBe(inView());
    await expect.poll(drawn).toBeGreaterThan(inView());
  });

  test('the last of 5,000 games is there when it is scrolled to', async () => {
    const { getByRole } = await theList({ stacks: manyStacks(5_000), layout });
    await expect.element(getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();

    await expect
      .poll(() => {
        window.scrollTo(0, document.documentElement.scrollHeight);
        return getByRole('link', { name: 'Game 5000', exact: true }).elements().length;
      })
      .toBe(1);
  });

  test('leads back to the game that was looked at', async () => {
    const position = topOfLibrary();
    const stacks = manyStacks(900);
    const first = await theList({ stacks, layout, position });
    await expect.element(first.getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();
    window.scrollTo(0, 20_000);
    await expect.poll(() => position.scrolledTo).toBe(20_000);
    await expect.poll(() => visibleGame()).toBeDefined();
    const game = visibleGame();
    await first.unmount();

    position.game = game?.dataset['item'] ?? null;
    await theList({ stacks, layout, position });

    await expect.poll(() => focused()).toBe(game?.querySelector('a')?.textContent);
    expect(window.scrollY).toBe(20_000);
  });

  test('Tab leads to one game, and from there past the list', async () => {
    const { getByRole } = await theList({ layout });
    await expect.element(getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();

    // Past what the table is sorted with.
    document.querySelector<HTMLElement>('[role=columnheader]:last-child button')?.focus();
    await userEvent.tab();
    expect(focused()).toBe('Game 1');
    await userEvent.tab();
    expect(focused()).toBeUndefined();
  });

  test('Home and End lead to the first and the last game, through rows that do not exist yet', async () => {
    await theList({ stacks: manyStacks(5_000), layout });
    await start();

    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('Game 5000');
    await userEvent.keyboard('{Home}');
    await expect.poll(focused).toBe('Game 1');
    expect(document.activeElement?.checkVisibility({ visibilityProperty: true })).toBe(true);
  });

  test('the arrows go on where the focused game was scrolled away', async () => {
    await theList({ stacks: manyStacks(900), layout });
    await start();
    window.scrollTo(0, 20_000);
    const list =
      layout === 'list' ? page.getByRole('rowgroup') : page.getByRole('list', { name: 'Library' });
    await expect.element(list).toHaveFocus();
    await expect.poll(() => document.querySelector('a[tabindex="0"]')).not.toBeNull();
    // What the browser says where the player turns to another window.
    list.element().dispatchEvent(new FocusEvent('blur'));

    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => focused()).toMatch(/^Game \d{2,}$/);
    expect(window.scrollY).toBeGreaterThan(15_000);
    await expect.element(list).not.toHaveAttribute('tabindex');
  });

  test('Tab goes on from the place where the focused game was scrolled away', async () => {
    await theList({ stacks: manyStacks(900), layout });
    await start();
    window.scrollTo(0, 20_000);
    await expect.poll(focused).toBeUndefined();
    await expect.poll(() => document.querySelector('a[tabindex="0"]')).not.toBeNull();

    await userEvent.tab();
    expect(focused()).toMatch(/^Game \d{2,}$/);
    expect(window.scrollY).toBeGreaterThan(15_000);
  });

  test('Tab stays with a game that goes to another place, as far as it is in view', async () => {
    const stacks = manyStacks(900);
    const stop = () => document.querySelector('a[tabindex="0"]')?.textContent;
    const { rerender } = await theList({ stacks: stacks.slice(0, 6), layout });
    await start();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('Game 6');

    await rerender({ stacks: stacks.slice(0, 6).toReversed() });
    await expect.poll(() => document.querySelector('[data-item] a')?.textContent).toBe('Game 6');
    expect(stop()).toBe('Game 6');
    await rerender({ stacks: [...stacks.slice(6), ...stacks.slice(0, 6)] });
    await expect.poll(stop).toMatch(/^Game ([7-9]|1\d)$/);
    await rerender({ stacks: stacks.slice(0, 1) });
    await expect.poll(stop).toBe('Game 1');
  });

  test('a focused game whose row is drawn anew gets the focus again', async () => {
    await theList({ layout });
    await start();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).not.toBe('Game 1');
    const before = focused();

    await page.viewport(1000, 900);
    await new Promise(requestAnimationFrame);
    await expect.poll(focused).toBe(before);
  });
});

test('in a list up and down go from game to game', async () => {
  await theList();
  await start();

  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowRight}');
  await expect.poll(focused).toBe('Game 2');
  for (let step = 0; step < 30; step++) await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('Game 32');
  const row = document.activeElement?.closest('[data-item]')?.getBoundingClientRect();
  expect(row?.bottom).toBeLessThanOrEqual(window.innerHeight);
});

test.each([
  ['ltr', '{ArrowRight}', 'Game 2'],
  ['rtl', '{ArrowLeft}', 'Game 2'],
])('in a grid (%s) the arrows go in two dimensions', async (dir, onwards, second) => {
  document.documentElement.dir = dir;
  const { container } = await theList({ layout: 'grid' });
  await start();
  const columns = container.querySelector('.row')?.childElementCount ?? 0;
  expect(columns).toBeGreaterThan(3);

  await userEvent.keyboard(onwards);
  await expect.poll(focused).toBe(second);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe(`Game ${columns + 2}`);
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(focused).toBe(second);
});

test('a page goes a screen on, and beyond the ends the keys are left to the page', async () => {
  await theList();
  await start();

  expect(isLeftToPage('ArrowUp')).toBe(true);
  expect(isLeftToPage('End', { ctrlKey: true })).toBe(true);
  await userEvent.keyboard('{PageDown}');
  await expect.poll(focused).toMatch(/^Game (1\d|2[0-5])$/);
  await userEvent.keyboard('{PageUp}');
  await expect.poll(focused).toBe('Game 1');
});

test('a click beside the games leaves the keys to the page', async () => {
  await theList({ stacks: manyStacks(900), layout: 'grid' });
  await start();
  window.scrollTo(0, 20_000);
  await expect.poll(focused).toBeUndefined();
  await expect.poll(() => visibleGame()).toBeDefined();

  const game = visibleGame()!;
  const gap = { x: game.offsetWidth + 8, y: 20 };
  await page.elementLocator(game.closest('.row')!).click({ position: gap });
  await userEvent.keyboard('{ArrowDown}');
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(document.body);
});

test.each([
  [360, 2],
  [1280, 6],
  [2560, 12],
])('a grid %i wide has %i columns', async (width, columns) => {
  await page.viewport(width, 900);
  const { container, getByRole } = await theList({ layout: 'grid' });

  await expect.element(getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();
  expect(container.querySelector('.row')?.childElementCount).toBe(columns);
});

test.each(LAYOUTS)('a stack leads to its other editions too (%s)', async (layout) => {
  const title = aLibraryTitle({ name: 'Bloom', npCommunicationId: 'NPWR1_00' });
  const other = { ...title, npCommunicationId: 'NPWR2_00', platforms: ['PS4'], progress: 72 };
  const { getByRole } = await theList({ stacks: [{ title, others: [other] }], layout });

  const edition = getByRole('link', { name: 'Bloom, PS4, 72%' });
  await expect.element(edition).toHaveAttribute('href', '#/game/NPWR2_00');
  await expect.element(getByRole('link', { name: 'Bloom', exact: true })).toBeVisible();
  await expectAccessible();
});

function visibleGame(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-item]')].find((game) => {
    const { top, bottom } = game.getBoundingClientRect();
    const isInside = top > 0 && bottom < window.innerHeight;
    return isInside && game.checkVisibility({ visibilityProperty: true });
  });
}
