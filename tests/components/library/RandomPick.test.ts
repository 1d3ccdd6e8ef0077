import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RandomPick from '@/components/library/RandomPick.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { manyStacks } from '../../support/title-list.ts';
import * as words from '@/utils/words/en/library.json';

const picked = () => page.getByRole('link').element().textContent;

test('picks one of the games that are shown, then another, and opens it', async () => {
  const { getByRole } = await render(RandomPick, { stacks: manyStacks(2) });
  await getByRole('button', { name: words.randomGame }).click();
  await expect.element(page.getByText('One of 2 games that are shown.')).toBeVisible();
  const first = picked();
  await expectAccessible();
  await getByRole('button', { name: words.anotherGame }).click();
  await expect.poll(picked).not.toBe(first);

  const isFirst = picked() === 'Game 1';
  await getByRole('button', { name: words.openGame }).click();
  await expect.poll(() => location.hash).toBe(`#/game/NPWR0000${isFirst ? 0 : 1}_00`);
});

test('the keyboard alone picks and opens', async () => {
  history.replaceState(null, '', '#/library');
  const { getByRole } = await render(RandomPick, { stacks: manyStacks(1) });
  (getByRole('button', { name: words.randomGame }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('The only game that is shown.')).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.poll(() => location.hash).toBe('#/game/NPWR00000_00');
});

test('a game that was written meanwhile is the same game, and not another one', async () => {
  const { getByRole, rerender } = await render(RandomPick, { stacks: manyStacks(2) });
  await getByRole('button', { name: words.randomGame }).click();
  for (let time = 0; time < 8; time += 1) {
    const before = picked();
    await rerender({ stacks: manyStacks(2) });
    await getByRole('button', { name: words.anotherGame }).click();
    await expect.poll(picked).not.toBe(before);
  }
});

test('what is said of it is of now, and where it is not shown any more, that', async () => {
  const { getByRole, rerender } = await render(RandomPick, { stacks: manyStacks(1) });
  await getByRole('button', { name: words.randomGame }).click();
  await expect.element(getByRole('link')).toHaveTextContent('Game 1');
  const [stack] = manyStacks(1);
  await rerender({
    stacks: [{ ...stack!, title: { ...stack!.title, name: 'Game 1 Remastered' } }],
  });
  await expect.element(getByRole('link')).toHaveTextContent('Game 1 Remastered');

  await rerender({ stacks: [] });
  await expect.element(page.getByText(words.notShownNow)).toBeVisible();
  await expect.element(getByRole('button', { name: words.anotherGame })).toBeDisabled();
});
