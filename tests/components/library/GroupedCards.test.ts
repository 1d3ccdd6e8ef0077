import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { GROUP_SCRIPT } from '@/components/library/group-script';
import { LIST_SCRIPT } from '@/components/library/list-script';
import type { EditionStack } from '@/utils/domain/library/editions';
import { manyStacks, theList, visibleGame } from '../../support/title-list.ts';

const stacks = manyStacks(400);
const [first, later] = [stacks.slice(0, 200), stacks.slice(200)];
const moved = (some: readonly EditionStack[], count: number) => [
  ...some.slice(-count),
  ...some.slice(0, -count),
];

const inGroups = (all: readonly EditionStack[]) => {
  const of = (isFirst: boolean) =>
    all.filter(({ title }) => Number(title.name.slice(5)) <= 200 === isFirst);
  const groups = ['PS5', 'PS4'].map((key, at) => ({ key, stacks: of(at === 0) }));
  return {
    stacks: groups.flatMap((group) => group.stacks),
    groups: groups.map((group) => ({ ...group, mayBeEarlier: 0 })),
  };
};

/** The first card that can be seen, and where it stands. */
function place() {
  const card = visibleGame();
  const { top, left } = card?.getBoundingClientRect() ?? {};
  return { name: card?.querySelector('a')?.textContent, top: Math.round(top ?? NaN), left };
}

/** The browser scrolls by whole pixels. */
async function staysAt(before: ReturnType<typeof place>): Promise<void> {
  const { name, left, top } = before;
  await expect.poll(place).toEqual({ name, left, top: expect.closeTo(top, -0.5) as number });
}

const scrollTo = async (y: number): Promise<void> => {
  window.scrollTo(0, y);
  await new Promise((resolve) => setTimeout(resolve, 400));
};

/** The head of the second group, and the first game below it. */
const head = () =>
  [...document.querySelectorAll('.row h2')].find((each) => each.textContent.includes('PS4'));
const begins = () => head()?.closest('.row')?.querySelector('[data-item]');

beforeEach(async () => {
  await LIST_SCRIPT.load();
  await GROUP_SCRIPT.load();
  await page.viewport(1280, 900);
});

test('in groups a card stays in its row as well, and a group that begins in sight is whole', async () => {
  const { rerender } = await theList({ ...inGroups(stacks), layout: 'grid' });
  await expect.poll(() => visibleGame()).toBeDefined();
  await scrollTo(5_000);
  const before = place();
  for (const count of [1, 2, 3, 5, 8]) {
    await rerender(inGroups([...moved(first, count), ...later]));
    await staysAt(before);
  }
  // What goes on in another group moves nothing here.
  await rerender(inGroups([...moved(first, 8), ...moved(later, 1)]));
  await staysAt(before);

  await scrollTo(document.documentElement.scrollHeight);
  window.scrollBy(0, -window.scrollY / 3);
  await new Promise((resolve) => setTimeout(resolve, 400));
  const second = place();
  await rerender(inGroups([...first, ...moved(later, 1)]));
  await staysAt(second);
  while (head() === undefined) await scrollTo(window.scrollY - 400);
  await scrollTo(window.scrollY - 200);
  const list = page.getByRole('list').element().getBoundingClientRect();
  await expect.poll(() => begins()?.getBoundingClientRect().left).toBe(list.left);
});

test('so it is in a high window, wherever in it a group begins', async () => {
  await page.viewport(1280, 1800);
  const { rerender } = await theList({ ...inGroups(stacks), layout: 'grid' });
  await expect.poll(() => visibleGame()).toBeDefined();
  let at = 0;
  while (head() === undefined) await scrollTo((at += 800));
  const top = head()!.getBoundingClientRect().top + window.scrollY;
  await scrollTo(document.documentElement.scrollHeight - 3_000);
  const before = place();
  await rerender(inGroups([...first, ...moved(later, 1)]));
  await staysAt(before);
  await scrollTo(top - 1_400);
  const list = page.getByRole('list').element().getBoundingClientRect();
  await expect.poll(() => begins()?.getBoundingClientRect().left).toBe(list.left);
});
