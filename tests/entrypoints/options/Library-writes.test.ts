import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import type { LibraryDatabase } from '@/utils/database/database';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { names, openLibrary } from '../../support/library-page.ts';
import { manyLibraryTitles } from '../../support/statuses.ts';

const GAMES = 18_516;
/** Pages show at most one state of the library in so many milliseconds. */
const REST = 250;

beforeEach(async () => {
  await page.viewport(1280, 800);
  await browser.storage.local.clear();
  answerAsBackground();
});

/** Writes one row after the other, as a sync does, until the test ends: of all games, and each time of this one. */
function keepWriting({ titles }: LibraryDatabase, seen: string): { count: () => number } {
  let [written, isOver] = [0, false];
  onTestFinished(() => void (isOver = true));
  void (async () => {
    while (!isOver) {
      written += 1;
      const other = `NPWR${String((written * 37) % GAMES).padStart(5, '0')}_00`;
      for (const id of [other, seen]) await titles.update(id, { progress: written % 100 });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return { count: () => written };
}

/** The row that has the focus, and where it stands. */
function focused(): { name: string | null | undefined; top: number | undefined } {
  const row = document.activeElement?.closest('[data-item]');
  const name = document.activeElement?.textContent;
  return { name, top: row?.getBoundingClientRect().top };
}

test.each(['list', 'grid'])(
  `of ${GAMES} games keyboard, place and search stay while a sync writes (%s)`,
  { tags: ['long'], timeout: 60_000 },
  async (view) => {
    const { database, getByRole } = await openLibrary(`?view=${view}`, manyLibraryTitles(GAMES));
    const count = page.getByTestId('library-count');
    await expect.element(count, { timeout: 15_000 }).toHaveAttribute('data-count', String(GAMES));
    document.querySelector<HTMLElement>('a[data-control="open"]')?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(() => focused().name).toBe(`Game ${GAMES}`);
    await userEvent.keyboard('{PageUp}');
    await expect.poll(() => focused().name).not.toBe(`Game ${GAMES}`);
    const before = { ...focused(), scrolledTo: window.scrollY };

    const row = document.activeElement?.closest<HTMLElement>('[data-item]');
    const id = row?.dataset['item'] ?? '';
    const drawn = new Set<string>();
    const started = performance.now();
    const { count: writes } = keepWriting(database, id);
    while (performance.now() - started < 3_000) {
      drawn.add(row?.querySelector('.progress')?.textContent ?? '');
      await new Promise(requestAnimationFrame);
    }
    expect({ ...focused(), scrolledTo: window.scrollY }).toEqual(before);
    // It is drawn anew, and far more seldom than it is written.
    expect(drawn.size).toBeGreaterThan(1);
    expect(drawn.size).toBeLessThanOrEqual(3_000 / REST + 2);
    expect(writes()).toBeGreaterThan(2 * drawn.size);

    await userEvent.keyboard('/');
    await userEvent.keyboard('Game 1851');
    await expect
      .poll(names)
      .toEqual(['Game 1851', ...[0, 1, 2, 3, 4, 5, 6].map((last) => `Game 1851${last}`)]);
    const field = getByRole('searchbox', { name: 'Search games' });
    await expect.element(field).toHaveValue('Game 1851');
    await expect.element(field).toHaveFocus();
  },
);
