import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LAYOUTS } from '@/utils/domain/library/library-view';
import { isLeftToPage } from '../../support/is-left-to-page.ts';
import { focused, manyStacks, start, theList, visibleGame } from '../../support/title-list.ts';

beforeEach(async () => {
  await page.viewport(1280, 900);
  document.documentElement.dir = 'ltr';
});

describe.each(LAYOUTS)('as %s', (layout) => {
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

  test('the focus stays with a game that another takes the place of', async () => {
    const stacks = manyStacks(900);
    const { rerender } = await theList({ stacks: stacks.slice(0, 6), layout });
    await start();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('Game 6');

    await rerender({ stacks: stacks.slice(0, 6).toReversed() });
    await expect.poll(focused).toBe('Game 6');
    await rerender({ stacks: [...stacks.slice(6), ...stacks.slice(0, 6)] });
    await expect.poll(focused).toBeUndefined();
    expect(document.activeElement?.querySelector('[data-item]')).not.toBeNull();
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
