import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { openLibrary } from '../../support/library-page.ts';
import { manyLibraryTitles } from '../../support/statuses.ts';
import { FILTERS } from '@/utils/words/library-view';
import * as words from '@/utils/words/en/library.json';

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

const GAMES: LibraryTitle[] = manyLibraryTitles(60).map((title) => ({
  ...title,
  choice: 'unpicked',
}));

async function open(query: string, width: number, height = 800): Promise<void> {
  await page.viewport(width, height);
  await openLibrary(query, GAMES);
  await expect.element(page.getByTestId('library-count')).toHaveAttribute('data-count', '60');
  await expect.poll(() => boxesOf('[data-item]').length).toBeGreaterThan(1);
}

function boxesOf(selector: string): DOMRect[] {
  return [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
}

/** How many cards stand beside each other. */
function columns(): number {
  const cards = boxesOf('[data-item]');
  return cards.filter(({ top }) => top === cards[0]?.top).length;
}

test('the size of the cards is chosen by its slider, with the keyboard too, and said in words', async () => {
  await open('?show=all&view=grid', 1280);
  const slider = page.getByRole('slider', { name: words.cardSize });
  await expect.element(slider).toHaveAttribute('aria-valuetext', words.cardSizes.small);
  await expect.poll(columns).toBe(4);
  await expectAccessible();

  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', words.cardSizes.tiny);
  await expect.poll(columns).toBe(5);
  await expect.poll(() => location.hash).toMatch(/cards=tiny/);
  await userEvent.keyboard('{End}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', words.cardSizes.huge);
  await expect.poll(columns).toBe(2);
  await expect.element(slider).toHaveFocus();

  const { left, right, top, bottom } = slider.element().getBoundingClientRect();
  const middle = { x: (right - left) / 2, y: (bottom - top) / 2 };
  await slider.click({ position: middle });
  await expect.element(slider).toHaveAttribute('aria-valuetext', words.cardSizes.medium);
  await expect.poll(columns).toBe(3);
});

test('a list has no size of cards', async () => {
  await open('?show=all&view=list', 1280);
  await expect.element(page.getByRole('combobox', { name: words.groupBy })).toBeVisible();
  expect(page.getByRole('slider').elements()).toHaveLength(0);
});

test('the filters stand open beside the games from 1,100 pixels on, and below that come when asked', async () => {
  await open('?show=all&view=list', 1100);
  const filters = page.getByRole('region', { name: FILTERS });
  const opener = page.getByRole('button', { name: new RegExp(`^${FILTERS}`) });
  await expect.element(filters.getByRole('checkbox', { name: /^PS5/ })).toBeVisible();
  await expect.element(opener).not.toBeInTheDocument();
  const right = Math.max(...boxesOf('[data-item]').map((box) => box.right));
  expect(filters.element().getBoundingClientRect().left).toBeGreaterThanOrEqual(right);

  await page.viewport(1099, 800);
  await expect.element(opener).toBeVisible();
  await expect.element(filters).not.toBeInTheDocument();
});

test('a sheet of filters that the window has made needless does not open again by itself', async () => {
  await open('?show=all&view=list', 1000);
  const opener = page.getByRole('button', { name: new RegExp(`^${FILTERS}`) });
  const sheet = page.getByRole('dialog', { name: FILTERS });
  await opener.click();
  await expect.element(sheet).toBeVisible();

  await page.viewport(1200, 800);
  await expect.element(page.getByRole('region', { name: FILTERS })).toBeVisible();
  await page.viewport(1000, 800);
  await expect.element(opener).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(sheet.elements()).toHaveLength(0);
  await opener.click();
  await expect.element(sheet).toBeVisible();
});

/** All that says what was earned last, and what is nearly earned. */
function glance(): DOMRect {
  const latest = page.getByRole('region', { name: words.latestTrophies }).element();
  return latest.closest('.glance')!.getBoundingClientRect();
}

test.each([320, 400, 760, 1280])(
  'what was earned last stands above the games in no more than 96 pixels: %i px',
  async (width) => {
    await open('?show=all&view=list', width);
    await expect.element(page.getByText(words.noLatest)).toBeVisible();
    const { top, bottom } = glance();
    expect(bottom - top).toBeLessThanOrEqual(96);
    expect(bottom).toBeLessThanOrEqual(Math.min(...boxesOf('[data-item]').map((box) => box.top)));
  },
);

test('where there is room it stands beside them', async () => {
  await open('?show=all&view=list', 2560, 1440);
  await expect.element(page.getByRole('region', { name: words.latestTrophies })).toBeVisible();
  const right = Math.max(...boxesOf('[data-item]').map((box) => box.right));
  expect(glance().left).toBeGreaterThanOrEqual(right);
});

test('grades of two digits have room beside each other on a phone', async () => {
  const counts = { bronze: 40, silver: 28, gold: 10, platinum: 1 };
  await page.viewport(388, 800);
  const games = GAMES.slice(0, 5).map((title) => ({ ...title, earned: counts, defined: counts }));
  await openLibrary('?show=all&view=list', games);
  const grades = () => [...document.querySelectorAll('.game-row > .grade')];
  await expect.poll(() => grades().length).toBeGreaterThanOrEqual(16);
  const cut = grades().filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  expect(cut.map(({ textContent }) => textContent)).toEqual([]);
});
