import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { Writes } from '@/utils/database/writes';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { Goal } from '@/utils/domain/numbers/goal-pace';
import type { NotThisChange } from '@/utils/domain/numbers/not-this';
import { packedOpen, unpackedOpen } from '@/utils/domain/trophies/open-trophies';
import { tallyOf, type Trophy, type TrophySet } from '@/utils/domain/trophies/trophy-set';
import { earnedOf, sumOfGrades } from '@/utils/domain/trophies/grades';
import { WHAT_NEXT } from '@/utils/words/names';
import { PIN } from '@/utils/words/trophy-list';
import * as words from '@/utils/words/en/next.json';
import { accountLibrary } from '../../support/account-library.ts';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { whenFirstDrawn } from '../../support/first-drawn.ts';
import { allFetched } from '../../support/library-titles.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected, DAY } from '../../support/statuses.ts';

const NOW = Date.now();
const ACCOUNT = accountLibrary('casual', NOW);
/** Some of them long ago, and all but three trophies and the platinum. */
const SETS = new Map(
  ACCOUNT.sets.map((set, n) => [set.npCommunicationId, n % 5 === 1 ? nearlyDone(set) : set]),
);
/** As a sync leaves them; of every eighth nothing is suggested, each time for another reason. */
const TITLES = ACCOUNT.titles.map((title, n): LibraryTitle => {
  const set = SETS.get(title.npCommunicationId)!;
  const tally = tallyOf(set, sumOfGrades(title.defined), true);
  const lastPlayedAt = n % 10 === 1 ? NOW - 500 * DAY : NOW - 20 * DAY;
  const done = n % 5 === 1 ? { earned: earnedOf(set.trophies), progress: 85 } : {};
  const fetched = allFetched({ ...title, ...done }, NOW);
  const known = { ...fetched, tally, open: packedOpen(set), lastPlayedAt };
  const left: Partial<LibraryTitle>[] = [
    { status: 'retired' },
    { hide: true },
    { hidden: true },
    { choice: 'never' },
    { absence: { missedAt: 1, isSure: true } },
    { fetched: { ...known.fetched, earned: 'older' }, choice: 'unpicked' },
  ];
  return n % 8 === 7 ? { ...known, ...left[((n - 7) / 8) % left.length] } : known;
});
const PLATINUMS = TITLES.filter(({ absence }) => absence === null).reduce(
  (sum, { earned }) => sum + (earned.platinum ?? 0),
  0,
);
let accounts = 0;

function nearlyDone(set: TrophySet): TrophySet {
  const base = set.trophies.filter(
    ({ groupId, grade }) => groupId === 'default' && grade !== 'platinum',
  );
  const isOpen = (trophy: Trophy): boolean =>
    trophy.grade === 'platinum' || base.slice(-3).includes(trophy);
  const trophies = set.trophies.map((trophy) => {
    const earned = !isOpen(trophy);
    return { ...trophy, earned, earnedAt: earned ? NOW - 600 * DAY : null };
  });
  return { ...set, trophies };
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

async function openNext(titles: readonly LibraryTitle[], sets: readonly TrophySet[]) {
  const accountId = `next-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut([...titles]);
  await database.trophySets.bulkPut(sets.map(packed));
  const asked: { name: string; payload: unknown }[] = [];
  answerAsBackground(undefined, (name, payload) => asked.push({ name, payload }));
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: titles.length }), player },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC', showsSecrets: true },
  });
  history.replaceState(null, '', '#/next');
  await render(App);
  const writes = new Writes(database, Date.now, new AbortController().signal);
  return { asked, player: new DexiePlayerWrites(writes, 'this') };
}

const list = () => page.getByRole('list', { name: words.list });
const items = () => list().getByRole('listitem');

/** The set and the trophy that an item is of, by its link. */
function trophyOf(item: Element) {
  const href = item.querySelector('a')?.getAttribute('href') ?? '';
  const [, id = '', trophyId] = /^#\/game\/([^?]+)\?trophy=(\d+)$/.exec(href) ?? [];
  const set = SETS.get(id)!;
  return { id, set, trophy: set.trophies.find((each) => each.trophyId === Number(trophyId))! };
}

/** Whether what is said of a trophy holds, by the account itself. */
function holds(said: string, { id, set, trophy }: ReturnType<typeof trophyOf>): boolean {
  const open = set.trophies.filter(({ earned, grade }) => earned !== true && grade !== 'platinum');
  const number = Number(/^\d+/.exec(said)?.[0] ?? 1);
  if (/ of \d+, /.test(said)) {
    const [, done, target] =
      /^(\d+) of (\d+), /.exec(said.replaceAll(',', '').replace(/ (\d+) to go$/, ', $1')) ?? [];
    return (
      Number(done) === trophy.progress &&
      Number(target) === trophy.target &&
      (trophy.progress ?? 0) * 2 >= (trophy.target ?? 0)
    );
  }
  if (said.endsWith('players have it')) {
    return said.includes(`${((trophy.rates[0]?.rate ?? 0) / 10).toFixed(1)}%`);
  }
  if (said.includes('platinum')) {
    return number <= 5 && number === open.filter(({ groupId }) => groupId === 'default').length;
  }
  if (said.includes('100%')) return number <= 5 && number === open.length;
  const title = TITLES.find(({ npCommunicationId }) => npCommunicationId === id)!;
  if (said === words.reasons.lately) return NOW - title.lastPlayedAt < 31 * DAY;
  return title.progress! >= 80 && NOW - title.lastPlayedAt > 364 * DAY;
}

test('every trophy that is listed is missing, of a game that is begun and fetched, and its reason is true', async () => {
  await openNext(TITLES, [...SETS.values()]);
  await expect.poll(() => items().elements().length, { timeout: 30_000 }).toBeGreaterThan(20);
  await expect.poll(() => document.querySelector('li [data-control="open"] > .heard')).toBeNull();
  const seen = new Set<string>();
  for (const item of items().elements()) {
    const of = trophyOf(item);
    expect(of.trophy.earned).toBe(false);
    expect(of.set.trophies.some(({ earned }) => earned === true)).toBe(true);
    expect(item.textContent).toContain(of.trophy.name);
    const n = TITLES.findIndex(({ npCommunicationId }) => npCommunicationId === of.id);
    expect(n % 8).not.toBe(7);
    expect(item.textContent).toContain(TITLES[n]?.name);
    const said = [...item.querySelectorAll('[data-reason] > :is(strong, .second)')];
    expect(said.length).toBeGreaterThan(0);
    for (const { textContent } of said) {
      expect(holds(textContent, of), `${of.id} ${of.trophy.name}: ${textContent}`).toBe(true);
      seen.add(textContent.replaceAll(/[\d.]+/g, '#'));
    }
  }
  expect(seen.size).toBeGreaterThan(4);
  expect(items().elements().length).toBeLessThanOrEqual(50);
});

test('what has room on the first screen is drawn first, and the rest of the list after it', async () => {
  const seen = whenFirstDrawn('[data-item]', ['[data-item]']);
  await openNext(TITLES, [...SETS.values()]);
  expect(await seen).toEqual([12]);
  await expect.poll(() => items().elements().length).toBe(50);
});

test('it is tuned, narrowed, pinned, thrown dice over and read by keys', async () => {
  const { asked, player } = await openNext(TITLES, [...SETS.values()]);
  await expect.element(items().first()).toBeVisible();
  const first = trophyOf(items().first().element());
  const of = { npCommunicationId: first.id, trophyId: first.trophy.trophyId };

  await items().first().getByRole('button', { name: PIN }).click();
  expect(asked).toContainEqual({ name: 'annotateTrophy', payload: { ...of, pinned: true } });
  await items().first().getByRole('button', { name: words.notThis }).click();
  await page.getByRole('button', { name: words.gameForGood }).click();
  const change: NotThisChange = { ...of, trophyId: null, value: { until: null } };
  await expect.poll(() => asked).toContainEqual({ name: 'notThis', payload: change });
  await player.storeNotThis(change);
  const games = () =>
    items()
      .elements()
      .map((item) => trophyOf(item).id);
  await expect.poll(games).not.toContain(first.id);
  await page.getByText(words.leftOut({ things: 1 }, 'en-US')).click();
  await page.getByRole('button', { name: new RegExp(`^${words.again}`) }).click();
  const back = { ...change, value: null };
  await expect.poll(() => asked).toContainEqual({ name: 'notThis', payload: back });
  await player.storeNotThis(back);
  await expect.poll(() => games()[0]).toBe(first.id);

  await page.getByRole('button', { name: words.moods.rare }).click();
  await expect.poll(() => location.hash).toBe('#/next?mood=rare');
  await page.getByRole('button', { name: words.moods.short }).click();
  await expect.poll(() => location.hash).toBe('#/next?mood=short,rare');
  const rates = () =>
    items()
      .elements()
      .map((item) => trophyOf(item).trophy.rates[0]?.rate ?? 0);
  await expect.poll(() => rates().at(-1)).toBeLessThan(200);

  await page.getByRole('button', { name: words.dice }).click();
  await expect.poll(() => document.activeElement?.closest('.rolled')).not.toBeNull();
  const rolled = document.activeElement?.textContent.trim() ?? '';
  await expect.poll(() => document.querySelector('[role="status"]')?.textContent).toContain(rolled);
  await userEvent.keyboard('{Home}{ArrowDown}');
  await expect.element(items().nth(1).getByRole('link')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(items().nth(1).getByRole('button', { name: PIN })).toHaveFocus();

  await page.getByRole('button', { name: words.addGoal }).click();
  await page.getByLabelText(words.goalTarget).fill('0');
  await page.getByRole('button', { name: words.saveGoal }).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await page.getByLabelText(words.goalTarget).fill('500');
  await page.getByRole('button', { name: words.saveGoal }).click();
  await expect.poll(() => asked.at(-1)?.name).toBe('setGoal');
  const { id, goal } = asked.at(-1)?.payload as { id: number; goal: Goal };
  expect(goal).toMatchObject({ kind: 'platinums', start: PLATINUMS, target: 500 });
  await player.storeGoal(id, { ...goal, start: PLATINUMS - 1, startDay: goal.startDay - 100 });
  const card = page.getByRole('listitem').filter({ hasText: '500 platinums' });
  await expect.element(card).toMatchTextContent(new RegExp(`${String(PLATINUMS)} of 500`));
  await expect.element(card).toMatchTextContent(new RegExp(words.goalStates.behind));
  await expectAccessible();
});

test('what is left out, and suggested again, leads the keyboard to what takes its place, and is said', async () => {
  const { player } = await openNext(TITLES, [...SETS.values()]);
  await expect.poll(() => items().elements().length, { timeout: 30_000 }).toBeGreaterThan(20);
  await expect.poll(() => document.querySelector('li [data-control="open"] > .heard')).toBeNull();
  const not = (at: number) => items().nth(at).getByRole('button', { name: words.notThis });
  const said = () => document.querySelector('[role="status"]')?.textContent;
  const leaveOut = async (at: number): Promise<[string, NotThisChange]> => {
    const { id, trophy } = trophyOf(items().nth(at).element());
    const of = { npCommunicationId: id, trophyId: trophy.trophyId };
    await not(at).click();
    await page.getByRole('button', { name: words.trophyForGood }).click();
    await expect.element(not(at)).toHaveFocus();
    const change = { ...of, value: { until: null } };
    await player.storeNotThis(change);
    return [trophy.name, change];
  };
  const second = trophyOf(items().nth(2).element()).trophy.name;
  const [first, change] = await leaveOut(1);
  await expect.poll(said).toBe(words.leftOutSaid({ name: first }));
  await expect.element(items().nth(1)).toMatchTextContent(new RegExp(RegExp.escape(second)));
  await expect.element(not(1)).toHaveFocus();
  const [, another] = await leaveOut(1);

  await page.getByText(words.leftOut({ things: 2 }, 'en-US')).click();
  const again = page.getByRole('button', { name: new RegExp(`^${words.again}`) });
  const name = `${words.again}: ${first}`;
  await page.getByRole('button', { name, exact: true }).click();
  await player.storeNotThis({ ...change, value: null });
  await expect.poll(said).toBe(words.suggestedAgain({ name: first }));
  await expect.element(again).toHaveFocus();
  // Nothing takes the place of the last one.
  await again.click();
  await player.storeNotThis({ ...another, value: null });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('where as many as are kept with a game are left out, its other trophies are suggested', async () => {
  const [title, set] = TITLES.flatMap((each, n): [LibraryTitle, TrophySet][] => {
    const of = SETS.get(each.npCommunicationId)!;
    const open = of.trophies.filter(
      ({ earned, grade }) => earned === false && grade !== 'platinum',
    );
    return n % 8 !== 7 && n % 5 !== 1 && open.length > 10 ? [[each, of]] : [];
  })[0]!;
  const { player } = await openNext([title], [set]);
  await expect.element(items().first()).toBeVisible();
  const shown = () =>
    items()
      .elements()
      .map((item) => trophyOf(item).trophy.trophyId);
  const kept = unpackedOpen(title.open ?? '').map(({ trophyId }) => trophyId);
  for (const trophyId of kept) {
    const { npCommunicationId } = title;
    await player.storeNotThis({ npCommunicationId, trophyId, value: { until: null } });
  }
  await expect.poll(() => shown().filter((id) => kept.includes(id))).toEqual([]);
  expect(shown().length).toBeGreaterThan(0);
});

describe('where there is nothing to suggest', () => {
  const none = { bronze: 0, silver: 0, gold: 0, platinum: 0 };

  test('it says what comes, or that all is earned', async () => {
    await openNext([aLibraryTitle({ earned: none, progress: 0 })], []);
    await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 1, name: WHAT_NEXT })).toBeVisible();
  });

  test('games that are not fetched are counted, and fetched by a click', async () => {
    const title = aLibraryTitle({ choice: 'unpicked', progress: 50, earned: { ...none, gold: 7 } });
    const { asked } = await openNext([title], []);
    await expect.element(page.getByText(words.notFetched({ games: 1 }, 'en-US'))).toBeVisible();
    await expect.element(page.getByText(words.notFetchedTitle)).toBeVisible();
    await page.getByRole('button', { name: 'Fetch 1 game' }).click();
    const choices = [[title.npCommunicationId, 'picked']];
    await expect.poll(() => asked).toContainEqual({ name: 'chooseGames', payload: { choices } });
  });
});
