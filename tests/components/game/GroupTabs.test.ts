import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import GroupTabs from '@/components/game/GroupTabs.svelte';
import { moreGroups } from '@/utils/words/en/game.json';
import { expectAccessible } from '../../support/expect-accessible.ts';

const groups = Array.from({ length: 20 }, (_, at) => ({
  id: String(at),
  name: `Add-on number ${at}`,
  progress: at,
}));
const before = page.getByRole('button', { name: moreGroups.before });
const after = page.getByRole('button', { name: moreGroups.after });

beforeEach(async () => {
  await page.viewport(600, 400);
});

/** Whether a tab can be clicked: it is in sight, and nothing lies over it. */
function isReached(name: string): boolean {
  const tab = page.getByRole('button', { name: new RegExp(`${name} `) }).element();
  const { left, right, top, bottom } = tab.getBoundingClientRect();
  return [left + 2, right - 2].every((x) =>
    tab.contains(document.elementFromPoint(x, (top + bottom) / 2)),
  );
}

function show(current: string, some = groups) {
  return render(GroupTabs, { groups: some, current, onjump: () => undefined });
}

test.each(['ltr', 'rtl'])('a mouse alone reaches every tab: %s', async (direction) => {
  document.documentElement.dir = direction;
  try {
    await show('0');
    await expect.element(after).toBeVisible();
    await expect.element(before).not.toBeInTheDocument();
    expect(isReached('number 19')).toBe(false);
    await expectAccessible();
    for (let at = 0; at < 20 && after.elements().length > 0; at += 1) {
      await after.click();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
    await expect.poll(() => isReached('number 19')).toBe(true);
    await expect.element(after).not.toBeInTheDocument();
    await before.click();
    await expect.element(after).toBeVisible();
  } finally {
    document.documentElement.removeAttribute('dir');
  }
});

test('the tab of the group in sight is beside the ways to the ends', async () => {
  const { rerender } = await show('9');
  await expect.poll(() => isReached('number 9')).toBe(true);
  await rerender({ current: '3' });
  await expect.poll(() => isReached('number 3')).toBe(true);
});

test('where all tabs have room there are no ways to their ends', async () => {
  await show('0', groups.slice(0, 2));
  await expect.element(page.getByRole('button', { name: /number 1/ })).toBeVisible();
  await expect.element(after).not.toBeInTheDocument();
  await expect.element(before).not.toBeInTheDocument();
});
