import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { topOfLibrary } from '@/components/library/library-position';
import TitleList from '@/components/library/TitleList.svelte';
import { LIST_COLUMNS, type ListColumn } from '@/utils/domain/library/list-columns';
import type { Sort } from '@/utils/domain/library/library-view';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aLibraryTitle } from '../../support/statuses.ts';
import * as said from '@/utils/words/en/library.json';

const NOW = new Date(2026, 10, 22, 12, 0).getTime();
const UPDATED = new Date(2026, 10, 3, 12, 0).getTime();

interface Said {
  title?: Partial<LibraryTitle>;
  chosen?: readonly ListColumn[];
  sort?: Sort;
  isReversed?: boolean;
  width?: number;
}

async function theTable({ title = {}, width = 2560, ...said }: Said = {}) {
  await page.viewport(width, 900);
  const onsort = vi.fn();
  const stacks = [{ title: aLibraryTitle(title), others: [] }];
  const position = topOfLibrary();
  const rendered = await render(TitleList, {
    ...{ stacks, layout: 'list', position, now: NOW, chosen: LIST_COLUMNS, onsort },
    ...said,
  });
  await expect.element(rendered.getByRole('link')).toBeVisible();
  return { ...rendered, onsort };
}

const heads = () => [...document.querySelectorAll('[role=columnheader]')];
const headed = () => heads().map((head) => head.textContent);

/** What stands under a head. */
function cell(head: string): HTMLElement {
  const at = headed().indexOf(head);
  return document.querySelectorAll<HTMLElement>('[data-item] > [role=cell]')[at]!;
}

test('each column says what its head names', async () => {
  await theTable({
    title: {
      platforms: ['PS5', 'PS4'],
      progress: 57,
      defined: { bronze: 60, silver: 15, gold: 4, platinum: 1 },
      earned: { bronze: 40, silver: 5, gold: 1, platinum: 0 },
      lastPlayedAt: NOW - 3 * 86_400_000,
      playSeconds: 3_600,
      groupCount: 1,
    },
  });

  expect(cell(said.columnNames.platform).textContent).toBe('PS5 · PS4');
  expect(cell(said.columnNames.progress).textContent).toBe('57%');
  expect(cell('Trophies').textContent).toBe('46 / 80');
  expect(cell(said.columnNames.played).textContent).toBe('3 days ago');
  expect(cell(said.columnNames.playtime).textContent).toBe('1 hr');
  expect(cell(said.columnNames.platinum).textContent).toBe('33');
  expect(cell(said.columnNames.completed).textContent).toBe('');
  await expectAccessible();
});

test('what is not known is seen as a dash and heard as unknown, and a bound is none of it', async () => {
  await theTable({
    title: {
      tally: null,
      lastUpdatedAt: UPDATED,
      playSeconds: 7_200,
      isPlaytimePartial: true,
      groupCount: 3,
    },
  });

  const rarest = cell(said.columnNames.rarest);
  expect(rarest.textContent).toBe('unknown');
  expect(getComputedStyle(rarest, '::before').content).toContain('–');
  expect(cell(said.columnNames.playtime).textContent).toBe('≥ 2 hr');
  expect(cell(said.columnNames.playtime).title).toBe('Playtime at least 2 hr');
  expect(cell(said.columnNames.platinum).textContent).toMatch(/^≤ \d+$/);
  expect(cell(said.columnNames.trophy).textContent).toBe('by Nov 3, 2026');
});

test('a head sorts, the one that it is sorted by turns it round, with keys too', async () => {
  const { getByRole, onsort } = await theTable({ sort: 'rarest' });
  const rarest = getByRole('columnheader', { name: said.columnNames.rarest });
  await expect.element(rarest).toHaveAttribute('aria-sort', 'ascending');
  await expect
    .element(getByRole('columnheader', { name: said.columnNames.playtime }))
    .toHaveAttribute('aria-sort', 'none');

  await getByRole('button', { name: said.columnNames.rarest }).click();
  expect(onsort).toHaveBeenLastCalledWith('rarest', true);
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe(said.columnNames.trophy);
  await userEvent.keyboard('{Enter}');
  expect(onsort).toHaveBeenLastCalledWith('trophy', false);
});

test('an order that is turned round is said to be', async () => {
  const { getByRole, onsort } = await theTable({ sort: 'name', isReversed: true });
  const name = getByRole('columnheader', { name: said.game });
  await expect.element(name).toHaveAttribute('aria-sort', 'descending');
  await getByRole('button', { name: said.game }).click();
  expect(onsort).toHaveBeenLastCalledWith('name', false);
});

test('what has no room is left out from the last column on, never what it is sorted by', async () => {
  await theTable({ width: 800, sort: 'completed' });
  expect(headed()).toEqual([
    said.game,
    said.columnNames.platform,
    said.columnNames.progress,
    'Trophies',
    said.columnNames.completed,
  ]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(800);
});

test('the columns stand as they were chosen, with what it is sorted by', async () => {
  await theTable({ chosen: ['playtime', 'trophies'], sort: 'platform' });
  expect(headed()).toEqual([
    said.game,
    said.columnNames.playtime,
    'Trophies',
    said.columnNames.platform,
  ]);
});

test('a game is one line, however much there is to say of it', async () => {
  await theTable({ width: 960, title: { name: 'A name that goes on '.repeat(9), hidden: true } });
  const line = document.querySelector('[data-item]')!.getBoundingClientRect();
  expect(line.height).toBeLessThanOrEqual(44);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(960);
});

test('46 of 80 stays so where words are read from the right', async () => {
  document.documentElement.dir = 'rtl';
  onTestFinished(() => void document.documentElement.removeAttribute('dir'));
  await theTable();
  const { left } = cell('Trophies').getBoundingClientRect();
  const text = document.createRange();
  text.selectNodeContents(cell('Trophies'));
  expect(getComputedStyle(cell('Trophies')).direction).toBe('ltr');
  expect(text.getBoundingClientRect().left).toBeCloseTo(left, 0);
});
