import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { awaitedNewer, baseGame, details, nextNamed } from '@/utils/words/en/game.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTitleWith, openDetails, openGamePage } from '../../support/game-page.ts';
import { DAY } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as game from '@/utils/words/en/game.json';
import * as library from '@/utils/words/en/library.json';

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

const TAGS = Array.from({ length: 20 }, (_, at) => `${at} ${'a long tag '.repeat(3)}`.slice(0, 30));
const CROWDED: Partial<LibraryTitle> = {
  name: 'The Extraordinarily Long Chronicle of the Lantern Keepers: Definitive Anniversary Edition '.repeat(
    3,
  ),
  platforms: ['PS5', 'PS4', 'PSPC'],
  tags: TAGS,
  status: 'retired',
  hide: true,
  hidden: true,
  isPlus: true,
  unobtainable: 'platinum',
  absence: { missedAt: Date.now() - 9 * DAY, isSure: true },
};

/** @param each trophies a group, which is what it takes to draw and to check a page */
function aSetOf(groups: number, each: number) {
  const now = Date.now();
  const groupIds = ['default', ...Array.from({ length: groups - 1 }, (_, at) => `00${at + 1}`)];
  return aTrophySet({
    groups: groupIds.map((groupId, at) => ({ groupId, name: `Group ${at}`, iconUrl: null })),
    trophies: groupIds.flatMap((groupId, at) =>
      Array.from({ length: each }, (_, index) => {
        const earned = index % 3 === 0;
        return aTrophy({
          trophyId: at * each + index,
          groupId,
          grade: index === 0 && at === 0 ? 'platinum' : 'gold',
          earned,
          earnedAt: earned ? now - index * DAY : null,
        });
      }),
    ),
  });
}

async function open(groups: number, said: Partial<LibraryTitle>, each = 8) {
  const set = aSetOf(groups, each);
  const opened = await openGamePage({ title: aTitleWith(set, said), set });
  await expect.poll(() => document.querySelector('[data-item="0"].row')).not.toBeNull();
  return opened;
}

function topOf(selector: string): number {
  return document.querySelector(selector)?.getBoundingClientRect().top ?? Infinity;
}

test.each([
  ['one tag', 1, { tags: ['co-op'] }],
  ['add-ons', 6, { tags: ['co-op', 'cheap'] }],
  ['many long tags, marks and a long name', 6, CROWDED],
])('the first trophy is on the first screen: %s', async (_, groups, said) => {
  await page.viewport(1280, 800);
  // One that is earned and two that are not: where the first stands does not depend on how many follow.
  await open(groups, said, 3);
  const head = page.getByTestId('game-head').element();
  await expect.poll(() => head.getBoundingClientRect().height).toBeLessThanOrEqual(170);
  await expect.poll(() => topOf('[data-item="0"].row')).toBeLessThan(330);
  // It has what the others have, and more.
  if (said === CROWDED) await expectAccessible();

  await page.viewport(400, 800);
  await expect.poll(() => topOf('[data-item="0"].row')).toBeLessThan(750);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
  if (said === CROWDED) await expectAccessible();
});

test('a sign keeps to the head, however narrow: 320 px', async () => {
  await page.viewport(320, 800);
  await open(1, { absence: { missedAt: Date.now() - 9 * DAY, isSure: true } });
  const sign = page.getByText(/^Removed from PlayStation since/).element();
  const head = page.getByTestId('game-head').element();
  expect(sign.getBoundingClientRect().right).toBeLessThanOrEqual(
    head.getBoundingClientRect().right,
  );
});

test('on a low screen the tools leave the trophies their room', async () => {
  await page.viewport(320, 256);
  await open(3, {});
  scrollTo(0, 1_200);
  await expect.poll(() => topOf('.tools')).toBeLessThan(-100);
  const isTrophy = (y: number) => document.elementFromPoint(160, y)?.closest('[data-item].row');
  await expect.poll(() => [110, 140, 170, 200, 230].filter(isTrophy).length).toBeGreaterThan(2);
});

test('tools and the head of a group leave the trophies their room on a narrow page', async () => {
  await page.viewport(320, 700);
  await open(3, {}, 50);
  scrollTo(0, 1_200);
  await expect.poll(() => topOf('.tools')).toBe(0);
  const under = page.getByRole('heading', { name: baseGame }).element().closest('.head');
  await expect.poll(() => under?.getBoundingClientRect().bottom ?? Infinity).toBeLessThan(140);
});

test.each([320, 400])('nothing moves while its trophies are asked for: %i px', async (width) => {
  await page.viewport(width, 800);
  const set = aSetOf(1, 8);
  const title = aTitleWith(set);
  const older = { ...title, fetched: { ...title.fetched, earned: 'an older state' } };
  const { database } = await openGamePage({ title: older, set });
  const said = page.getByRole('main').getByText(awaitedNewer.asking);
  await expect.element(said).toBeVisible();
  const before = topOf('h1');

  await database.titles.put(title);
  await expect.element(said).not.toBeInTheDocument();
  expect(topOf('h1')).toBe(before);
});

test('the lines of a long name are filled before it is cut', async () => {
  await page.viewport(1280, 800);
  await open(1, { name: CROWDED.name ?? '' });
  const name = page.getByRole('heading', { level: 1 }).element();
  expect(getComputedStyle(name).getPropertyValue('text-wrap-style')).toBe('auto');
});

test.each([320, 400, 760])('no choice of a status is cut: %i px', async (width) => {
  await page.viewport(width, 800);
  await open(1, {});
  const select = page.getByRole('combobox', { name: library.status }).element() as HTMLElement;
  const given = select.offsetWidth;
  select.style.flex = 'none';
  expect(given).toBeGreaterThanOrEqual(select.offsetWidth);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

test('what is said of a game is reached by the keyboard, and all its tags are there', async () => {
  await page.viewport(400, 800);
  await open(1, CROWDED);
  const button = page.getByRole('button', { name: details });
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');

  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  const region = page.getByRole('region', { name: details });
  await expect.element(region.getByText(TAGS.at(-1) ?? '')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
  await expectAccessible();
});

test('first and last trophy, the days between and the points', async () => {
  await page.viewport(1280, 800);
  await open(1, {}, 30);
  await openDetails();

  const region = page.getByRole('region', { name: details });
  await expect
    .element(region)
    .toMatchTextContent(/First trophy.*Last trophy.*27 days after the first/s);
  await expect
    .element(page.getByTestId('game-head'))
    .toMatchTextContent(/1,110 points earned, 1,800 left/);
  await expect.element(page.getByTestId('trophies-earned')).toHaveTextContent('10 / 30');
});

test('the days between stand there too where PlayStation keeps no play date', async () => {
  await open(1, { lastPlayedSource: 'trophy-list', playSeconds: null }, 30);
  await openDetails();

  const region = page.getByRole('region', { name: details });
  await expect.element(region).toMatchTextContent(/Last trophy.*27 days after the first/s);
  await expect.element(region).not.toMatchTextContent(/no play date/);
});

test('tools and the head of a group stay in sight, and its tab is marked', async () => {
  await page.viewport(1280, 800);
  await open(3, {}, 30);
  const tab = page
    .getByRole('navigation', { name: game.groupTabs })
    .getByRole('button', { name: /Group 2/ });
  await expect.element(tab).not.toHaveAttribute('aria-current');
  await tab.click();

  await expect.element(tab).toHaveAttribute('aria-current', 'true');
  const head = page.getByRole('heading', { name: 'Group 2' }).getByRole('button');
  await expect.element(head).toHaveFocus();
  await expect.poll(() => topOf('.tools')).toBe(0);
  const under = document.querySelector('.tools')?.getBoundingClientRect().bottom ?? 0;
  expect(head.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(under - 1);
  expect(head.element().getBoundingClientRect().top).toBeLessThan(under + 16);

  scrollTo(0, 1_200);
  const base = page
    .getByRole('navigation', { name: game.groupTabs })
    .getByRole('button', { name: new RegExp(baseGame) });
  await expect.element(base).toHaveAttribute('aria-current', 'true');
  await expect.element(page.getByRole('heading', { name: baseGame })).toBeInViewport();
  await expectAccessible();
});

/** The page has settled after it was led somewhere. */
async function settles(): Promise<void> {
  for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
}

test.each([400, 1280])('a tab leads to its group, and stays marked: %i px', async (width) => {
  await page.viewport(width, 800);
  await open(20, {}, 4);
  const tabs = page.getByRole('navigation', { name: game.groupTabs });
  for (const name of ['Group 12', 'Group 19']) {
    const tab = tabs.getByRole('button', { name: new RegExp(name) });
    (tab.element() as HTMLElement).click();
    await settles();
    await expect.element(tab).toHaveAttribute('aria-current', 'true');
    await expect.element(page.getByRole('heading', { name })).toBeInViewport();
  }
  await tabs.getByRole('button', { name: /Group 12/ }).click();
  await settles();
  const head = page.getByRole('heading', { name: 'Group 12' }).element();
  const under = document.querySelector('.tools')?.getBoundingClientRect().bottom ?? 0;
  expect(Math.abs(head.closest('.head')!.getBoundingClientRect().top - under)).toBeLessThan(2);
});

test('the arrows lead from the heading into the list', async () => {
  await page.viewport(1280, 800);
  await open(1, {});
  document.querySelector<HTMLElement>('h1')?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect
    .poll(() => document.activeElement?.closest('[data-item]')?.getAttribute('data-item'))
    .toBe('0');
});

test('the arrows lead into the list also from the link that led to this game', async () => {
  await page.viewport(1280, 800);
  const set = aSetOf(1, 8);
  const other = aTitleWith(
    { ...set, npCommunicationId: 'NPWR00002_00' },
    { name: 'Game 2', lastPlayedAt: 2 },
  );
  await openGamePage({ title: aTitleWith(set), set, others: [other] });
  const link = page.getByRole('link', { name: nextNamed({ name: 'Game 2' }) });
  await expect.element(page.getByRole('list', { name: 'Trophies' })).toBeVisible();
  (link.element() as HTMLElement).focus();

  await userEvent.keyboard('{ArrowDown}');
  await expect
    .poll(() => document.activeElement?.closest('[data-item]')?.getAttribute('data-item'))
    .toBe('0');
});

test('games that are looked at one after another do not pile up in the history', async () => {
  await page.viewport(1280, 800);
  const set = aSetOf(1, 8);
  const others = [2, 3, 4].map((n) =>
    aTitleWith(
      { ...set, npCommunicationId: `NPWR0000${n}_00` },
      { name: `Game ${n}`, lastPlayedAt: n },
    ),
  );
  await openGamePage({ title: aTitleWith(set), set, others });
  const heading = page.getByRole('heading', { level: 1 });
  await expect.element(heading).toHaveTextContent('Lantern Keepers');
  const before = history.length;

  await userEvent.keyboard('{ArrowRight}');
  await expect.element(heading).toHaveTextContent('Game 4');
  await page.getByRole('link', { name: nextNamed({ name: 'Game 3' }) }).click();
  await expect.element(heading).toHaveTextContent('Game 3');
  expect(history.length).toBe(before);
});
