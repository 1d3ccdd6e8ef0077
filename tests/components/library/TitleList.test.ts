import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { topOfLibrary } from '@/components/library/library-position';
import { LIST_SCRIPT } from '@/components/library/list-script';
import { STACK_SCRIPT } from '@/components/library/stack-script';
import { LAYOUTS } from '@/utils/domain/library/library-view';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aLibraryTitle } from '../../support/statuses.ts';
import { focused, games, manyStacks, theList, visibleGame } from '../../support/title-list.ts';
import { emptyWhereTurned } from '../../support/turn-round.ts';

beforeEach(async () => {
  await LIST_SCRIPT.load();
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

  test('what can be seen is drawn first, and then what is beyond the screen', async () => {
    let atFirst: [drawn: number, seen: number] | undefined;
    const items = () => [...document.querySelectorAll('[data-item]')];
    const watching = new MutationObserver(() => {
      const seen = items().filter((item) => item.getBoundingClientRect().top < innerHeight);
      if (items().length > 0) atFirst ??= [items().length, seen.length];
    });
    watching.observe(document.body, { childList: true, subtree: true });
    await theList({ stacks: manyStacks(200), layout });
    await expect.poll(() => atFirst).toBeDefined();
    watching.disconnect();

    const [drawn = 0, seen = 0] = atFirst ?? [];
    expect(drawn).toBe(seen);
    await expect.poll(() => items().length).toBeGreaterThan(drawn);
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

  test('who turns round while it is scrolled sees games in every frame', async () => {
    const { container } = await theList({ stacks: manyStacks(900), layout });
    const ends = () =>
      [...container.querySelectorAll('[data-item]')].map(
        (item) => item.getBoundingClientRect().top,
      );
    await expect.poll(() => Math.max(0, ...ends())).toBeGreaterThan(innerHeight);

    const way = layout === 'list' ? { step: 40, between: 2 } : { step: 120, between: 24 };
    expect(await emptyWhereTurned(way)).toEqual([]);
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

  test('other games are drawn in the elements that are there', async () => {
    const stacks = manyStacks(20);
    const { rerender, getByRole } = await theList({ stacks: stacks.slice(0, 6), layout });
    await expect.element(getByRole('link').first()).toBeVisible();
    const before = getByRole('link').elements();

    await rerender({ stacks: stacks.slice(6, 12) });
    await expect.element(getByRole('link').first()).toHaveTextContent('Game 7');
    expect(getByRole('link').elements()).toStrictEqual(before);
  });
});

test.each([
  [360, 2],
  [1280, 6],
  [2560, 10],
])('a grid %i wide has %i columns', async (width, columns) => {
  await page.viewport(width, 900);
  const { container, getByRole } = await theList({ layout: 'grid' });

  await expect.element(getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();
  expect(container.querySelector('.row')?.childElementCount).toBe(columns);
});

test.each(LAYOUTS)('a stack leads to its other editions too (%s)', async (layout) => {
  const title = aLibraryTitle({ name: 'Bloom', npCommunicationId: 'NPWR1_00' });
  const other = { ...title, npCommunicationId: 'NPWR2_00', platforms: ['PS4'], progress: 72 };
  // What stacks them draws them too.
  await STACK_SCRIPT.load();
  const { getByRole } = await theList({ stacks: [{ title, others: [other] }], layout });

  const edition = getByRole('link', { name: 'Bloom, PS4, 72%' });
  await expect.element(edition).toHaveAttribute('href', '#/game/NPWR2_00');
  await expect.element(getByRole('link', { name: 'Bloom', exact: true })).toBeVisible();
  await expectAccessible();
});

/** The first game that can be seen, and where it stands. */
function inSight(): { name: string | undefined; top: number } {
  const game = visibleGame();
  const name = game?.querySelector('a')?.textContent;
  return { name, top: Math.round(game?.getBoundingClientRect().top ?? NaN) };
}

describe.each(LAYOUTS)('while a sync writes, as %s', (layout) => {
  const stacks = manyStacks(400);
  /** So many games from the end come first. */
  const movedUp = (count: number) => [...stacks.slice(-count), ...stacks.slice(0, -count)];

  test('what is read stays where it is', async () => {
    const { rerender } = await theList({ stacks, layout });
    await expect.poll(() => visibleGame()).toBeDefined();
    window.scrollTo(0, 5_000);
    await expect.poll(() => inSight().name).not.toBe('Game 1');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = inSight();

    // As many as fill rows of cards too.
    for (const count of [60, 120]) {
      await rerender({ stacks: movedUp(count) });
      await expect.poll(inSight).toEqual(before);
    }
  });

  test('the game in sight that goes elsewhere is not followed', async () => {
    const { rerender } = await theList({ stacks, layout });
    await expect.poll(() => visibleGame()).toBeDefined();
    window.scrollTo(0, 5_000);
    await expect.poll(() => inSight().name).not.toBe('Game 1');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const at = stacks.findIndex(({ title }) => title.name === inSight().name);

    const played = stacks.slice(at, at + 1);
    await rerender({ stacks: [...played, ...stacks.toSpliced(at, 1)] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(window.scrollY).toBeGreaterThan(4_000);
  });

  test('above the first game nothing is held', async () => {
    const { rerender } = await theList({ stacks, layout });
    const first = () => document.querySelector('[data-item] a')?.textContent;
    await expect.poll(first).toBe('Game 1');
    await rerender({ stacks: movedUp(60) });
    await expect.poll(first).toBe('Game 341');
    expect(window.scrollY).toBe(0);
  });
});

describe('cards while a sync writes', () => {
  const stacks = manyStacks(400);
  const movedUp = (count: number) => [...stacks.slice(-count), ...stacks.slice(0, -count)];
  const place = () => {
    return { ...inSight(), left: visibleGame()?.getBoundingClientRect().left };
  };
  const perRow = () =>
    document.querySelector<HTMLElement>('.row')?.style.getPropertyValue('--columns');

  async function scrolled(): Promise<Awaited<ReturnType<typeof theList>>> {
    const rendered = await theList({ stacks, layout: 'grid' });
    await expect.poll(() => visibleGame()).toBeDefined();
    window.scrollTo(0, 5_000);
    await expect.poll(() => inSight().name).not.toBe('Game 1');
    await new Promise((resolve) => setTimeout(resolve, 300));
    return rendered;
  }

  test('a card stays in its row too, however many come above it', async () => {
    const { rerender } = await scrolled();
    const before = place();
    expect(Number(perRow())).toBeGreaterThan(2);
    for (const count of [1, 2, 3, 5, 8, 60]) {
      await rerender({ stacks: movedUp(count) });
      await expect.poll(place).toEqual(before);
    }
  });

  test('the keys lead from card to card as they stand, and each says which one it is', async () => {
    const { rerender } = await scrolled();
    await rerender({ stacks: movedUp(1) });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const of = (game: Element | null | undefined) => game?.getBoundingClientRect();
    const game = visibleGame();
    const place = Number(game?.getAttribute('aria-posinset'));
    expect(game?.querySelector('a')?.textContent).toBe(`Game ${String(place - 1)}`);

    game?.querySelector('a')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    const below = () => document.activeElement?.closest('[data-item]');
    await expect
      .poll(() => below()?.getAttribute('aria-posinset'))
      .toBe(String(place + Number(perRow())));
    expect(of(below())?.left).toBe(of(game)?.left);
  });

  test('the first row is whole again once it is in sight', async () => {
    const { rerender } = await scrolled();
    await rerender({ stacks: movedUp(1) });
    window.scrollTo(0, 0);
    const first = () => document.querySelector('[data-item]')?.getBoundingClientRect().left;
    const list = () => document.querySelector('.games')?.getBoundingClientRect().left;
    await expect.poll(() => document.querySelector('[data-item] a')?.textContent).toBe('Game 400');
    await expect.poll(() => (first() ?? NaN) - (list() ?? NaN)).toBe(0);
  });
});
