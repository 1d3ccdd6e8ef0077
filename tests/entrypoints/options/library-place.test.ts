import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { FILTERS } from '@/utils/words/library-view';
import { STATISTICS } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { openLibrary, names } from '../../support/library-page.ts';
import { manyLibraryTitles } from '../../support/statuses.ts';
import { focused, visibleGame } from '../../support/title-list.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
  await browser.storage.local.clear();
  answerAsBackground();
});

const GAMES = manyLibraryTitles(400).map((title, at) => ({
  ...title,
  choice: 'picked' as const,
  platforms: [at % 4 === 0 ? 'PS4' : 'PS5'],
}));

async function openAll(): Promise<void> {
  await openLibrary('?view=list', GAMES);
  await expect.element(page.getByTestId('library-count')).toMatchTextContent(/^400$/);
  await expect.poll(() => names().length).toBeGreaterThan(9);
}

/** Opens the library far down, and a game there. */
async function openGameFarDown(): Promise<string> {
  await openAll();
  window.scrollTo(0, 6_000);
  await expect.poll(() => names()).not.toContain('Game 60');
  await expect.poll(() => visibleGame()).toBeDefined();
  const game = visibleGame()!;
  const name = game.querySelector('a')!.textContent;
  game.querySelector('a')!.click();
  await expect.element(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
  return name;
}

test('who comes back from a game is where they were', async () => {
  const name = await openGameFarDown();
  location.hash = '#/library';
  await expect.poll(() => focused()).toBe(name);
  expect(window.scrollY).toBeGreaterThan(5_000);
});

test('what else is looked for by a link of another page begins at its top', async () => {
  const name = await openGameFarDown();
  location.hash = '#/statistics';
  await expect.element(page.getByRole('heading', { name: STATISTICS, level: 1 })).toBeVisible();
  location.hash = '#/library?platform=PS5&platform=PS4&view=list';
  await expect.poll(() => names().length).toBeGreaterThan(9);
  await expect.poll(() => window.scrollY).toBe(0);
  await expect.poll(() => names()[0]).toBe(GAMES[0]?.name);
  expect(focused()).not.toBe(name);
});

test('what is narrowed far down is seen from its first game on', async () => {
  await openAll();
  const filter = page.getByRole('checkbox', { name: /^PS5/ });
  await expect.element(filter).toBeVisible();
  window.scrollTo(0, 6_000);
  await expect.poll(() => names()).not.toContain(GAMES[0]?.name);
  // Whoever drives a browser scrolls to what it clicks.
  (filter.element() as HTMLElement).click();
  await expect.poll(() => names()[0]).toBe(GAMES[1]?.name);
  expect(document.querySelector('[data-item]')!.getBoundingClientRect().top).toBeLessThan(300);
});

test.each([
  [400, 'grid'],
  [400, 'list'],
  [1280, 'grid'],
])('search and filters stay in sight while games are scrolled: %i px, %s', async (width, view) => {
  await page.viewport(width, 800);
  await openLibrary(`?view=${view}`, GAMES);
  await expect.element(page.getByTestId('library-count')).toMatchTextContent(/^400$/);
  await expect.poll(() => names().length).toBeGreaterThan(3);
  window.scrollTo(0, 4_000);
  await expect.poll(() => names()).not.toContain(GAMES[0]?.name);
  await expect.poll(() => visibleGame()).toBeDefined();
  const { top, bottom } = page.getByRole('searchbox').element().getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThan(60);
  if (width < 1100)
    await expect.element(page.getByRole('button', { name: FILTERS })).toBeInViewport();
});
