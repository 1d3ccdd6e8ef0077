import { CLEAR_VISIBLE } from '@/utils/words/picker';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { isLeftToPage } from '../../support/is-left-to-page.ts';
import { games, openPicker } from '../../support/picker-scene.ts';
import { emptyWhereTurned } from '../../support/turn-round.ts';

test('a click with Shift ticks all from the last one on', async () => {
  const { getByRole, tick } = await openPicker(games(8));
  await tick('Game 2').click();
  await tick('Game 5').click({ modifiers: ['Shift'] });
  await expect.element(getByRole('button', { name: 'Import 4 games' })).toBeVisible();

  await tick('Game 3').click({ modifiers: ['Shift'] });
  await expect.element(getByRole('button', { name: 'Import 1 game' })).toBeVisible();
  await expect.element(tick('Game 2')).toBeChecked();
});

test('everything works by keyboard', async () => {
  const { getByRole, tick } = await openPicker(games(5_000));
  await expect.element(tick('Game 1')).toBeVisible();
  await userEvent.keyboard('/');
  await expect.element(getByRole('searchbox')).toHaveFocus();
  (getByRole('button', { name: CLEAR_VISIBLE }).element() as HTMLElement).focus();

  await userEvent.keyboard('{Tab}');
  await expect.element(tick('Game 1')).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect.element(tick('Game 1')).toBeChecked();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(tick('Game 3')).toHaveFocus();
  await userEvent.keyboard('{Shift>} {/Shift}');
  await expect.element(getByRole('button', { name: 'Import 3 games' })).toBeVisible();

  await userEvent.keyboard('{End}');
  await expect.element(tick('Game 5000')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowRight}');
  await expect
    .element(getByRole('button', { name: 'Never fetch Game 4999', exact: true }))
    .toHaveFocus();
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await expect.element(tick('Game 1')).toHaveFocus();
});

test('who turns round while it is scrolled sees games in every frame', async () => {
  const { tick } = await openPicker(games(900));
  await expect.element(tick('Game 1')).toBeVisible();
  expect(await emptyWhereTurned({ step: 250, between: 24 })).toEqual([]);
});

test('the focus survives that its row is scrolled out of view', async () => {
  const { tick } = await openPicker(games(5_000));
  ((await tick('Game 3').findElement()) as HTMLElement).focus();
  window.scrollTo(0, 40_000);
  await expect.poll(() => tick('Game 3').elements().length).toBe(0);

  await userEvent.keyboard('{ArrowDown}');
  await expect.element(tick('Game 4')).toHaveFocus();
  await expect.element(tick('Game 4')).toBeInViewport();
});

test('Tab leads to the two controls of one row and out, and back to the row it was on', async () => {
  const { getByRole, tick } = await openPicker(games(5_000));
  const never = (name: string) => getByRole('button', { name: `Never fetch ${name}`, exact: true });
  ((await tick('Game 3').findElement()) as HTMLElement).focus();
  await userEvent.tab();
  await expect.element(never('Game 3')).toHaveFocus();
  await userEvent.tab();
  await expect.poll(() => document.activeElement?.closest('[role=grid]')).toBeNull();
  window.scrollTo(0, 40_000);
  await expect.poll(() => tick('Game 3').elements().length).toBe(0);

  (getByRole('button', { name: CLEAR_VISIBLE }).element() as HTMLElement).focus();
  await userEvent.tab();
  await expect.element(tick('Game 3')).toHaveFocus();
  await expect.element(tick('Game 3')).toBeInViewport();
});

test('beyond the ends no key scrolls, and the page keys are left to the page', async () => {
  const { tick } = await openPicker(games(60));
  ((await tick('Game 1').findElement()) as HTMLElement).focus();

  expect(isLeftToPage('ArrowUp')).toBe(false);
  expect(isLeftToPage('PageDown')).toBe(true);
  expect(isLeftToPage('End', { ctrlKey: true })).toBe(true);
  await expect.element(tick('Game 1')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{ArrowRight}{ArrowRight}');
  await expect.element(tick('Game 2')).toHaveFocus();
});

test('a row that comes back into view takes the focus back', async () => {
  const { tick } = await openPicker(games(5_000));
  ((await tick('Game 3').findElement()) as HTMLElement).focus();
  window.scrollTo(0, 40_000);
  await expect.poll(() => tick('Game 3').elements().length).toBe(0);
  await expect.poll(() => document.activeElement?.role).toBe('grid');

  window.scrollTo(0, 0);
  await expect.element(tick('Game 3')).toHaveFocus();
});

test('the bar covers neither the last row nor the one with the focus', async () => {
  const { getByRole, tick } = await openPicker(games(60));
  ((await tick('Game 1').findElement()) as HTMLElement).focus();
  const bar = getByRole('button', { name: 'Import 0 games' }).element().closest('.bar')!;
  const row = () => document.activeElement!.closest('[role=row]')!;

  for (let at = 2; at <= 25; at += 1) {
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(tick(`Game ${at}`)).toHaveFocus();
    expect(row().getBoundingClientRect().bottom).toBeLessThanOrEqual(
      bar.getBoundingClientRect().top,
    );
  }
  await userEvent.keyboard('{End}');
  await expect.element(tick('Game 60')).toHaveFocus();
  expect(row().getBoundingClientRect().bottom).toBeLessThanOrEqual(bar.getBoundingClientRect().top);
});

test('5,000 games are few nodes', async () => {
  const { container, tick } = await openPicker(games(5_000));
  await expect.element(tick('Game 1')).toBeVisible();

  await expect.element(page.getByRole('row').first()).toHaveAttribute('aria-rowindex', '1');
  await expect.element(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5000');
  expect(container.querySelectorAll('[role=row]').length).toBeLessThan(60);
});

/** The games in the order in which they stand. */
function inOrder(): (string | undefined)[] {
  return [...document.querySelectorAll<HTMLElement>('[data-item]')].map((row) => row.dataset.item);
}

/** The same games, where the sync has found out that the last of them was played last. */
function anew(before: ReturnType<typeof games>): ReturnType<typeof games> {
  return [...before.slice(-1), ...before.slice(0, -1)];
}

test('nothing goes from under the pointer before the first tick either, nor after another search', async () => {
  const four = games(4);
  const { bring, getByRole, tick } = await openPicker(four);
  await expect.element(tick('Game 2')).toBeVisible();
  await bring(anew(four));
  await expect.poll(inOrder).toEqual(['Game 4', 'Game 1', 'Game 2', 'Game 3']);

  await tick('Game 2').hover();
  await bring(four);
  expect(inOrder()).toEqual(['Game 4', 'Game 1', 'Game 2', 'Game 3']);

  // What is looked for anew stands as it is known by then.
  await getByRole('searchbox').fill('Gam');
  await expect.poll(inOrder).toEqual(['Game 1', 'Game 2', 'Game 3', 'Game 4']);
  await tick('Game 3').hover();
  await bring([...anew(four), ...games(5).slice(-1)]);
  await expect.poll(inOrder).toEqual(['Game 1', 'Game 2', 'Game 3', 'Game 4', 'Game 5']);
});

test('nor from under the keyboard', async () => {
  const four = games(4);
  const { bring, tick } = await openPicker(four);
  ((await tick('Game 1').findElement()) as HTMLElement).focus();
  await bring([...anew(four), ...games(5).slice(-1)]);
  await expect.poll(inOrder).toEqual(['Game 1', 'Game 2', 'Game 3', 'Game 4', 'Game 5']);
});
