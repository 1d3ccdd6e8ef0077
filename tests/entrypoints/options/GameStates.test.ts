import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { definitionsKey, earnedKey } from '@/utils/domain/sync/answer-keys';
import { packed } from '@/utils/database/packed-set';
import { NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import { noTrophies } from '@/utils/domain/trophies/grades';
import type { SyncProgress } from '@/utils/domain/sync/sync-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTitleWith, aTitleWithout, openGamePage } from '../../support/game-page.ts';
import { DAY, aSnapshot } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as game from '@/utils/words/en/game.json';

const SYNC: SyncProgress = {
  phase: 'trophies',
  done: 3,
  total: 20,
  requestsLeft: 17,
  endsAt: null,
};
const SET = aTrophySet({
  trophies: [
    aTrophy({ trophyId: 0, name: 'A', earned: true }),
    aTrophy({ trophyId: 1, name: 'B' }),
  ],
});
const DISCONNECTED = { phase: 'disconnected', failure: null } as const;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

/** How many rows stand for trophies that are not there. */
function skeletonRows(): number {
  return page.getByTestId('trophy-skeleton').elements()[0]?.children.length ?? 0;
}

function rows(): number {
  return document.querySelectorAll('[data-item]').length;
}

test('asks for the trophies of an opened game, once, and shows them when they come', async () => {
  const opened: unknown[] = [];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'openGame') opened.push(payload);
  });
  const here = aTitleWith(SET);
  const title = { ...here, fetched: NOTHING_FETCHED };
  const { database } = await openGamePage({ title, set: null });

  await expect.element(page.getByText(game.awaitedNothing.asking)).toBeVisible();
  expect(skeletonRows()).toBe(2);
  await expectAccessible();

  await database.trophySets.put(packed(SET));
  await database.titles.put(here);
  await expect.poll(rows).toBe(2);
  expect(skeletonRows()).toBe(0);
  expect(opened).toEqual([{ npCommunicationId: title.npCommunicationId }]);
});

test('without a connection nobody is asked, and the way to one is there', async () => {
  const asked = answerAsBackground();
  await openGamePage({
    title: aTitleWithout(3),
    set: null,
    status: { connection: DISCONNECTED },
  });

  const main = page.getByRole('main');
  await expect.element(main.getByText(game.awaitedNothing['not-connected'])).toBeVisible();
  expect(skeletonRows()).toBe(0);
  await expectAccessible();
  await page.getByRole('button', { name: 'Connect PlayStation' }).click();
  await expect.poll(() => asked).toEqual(['connect']);
});

test('offline: what is held is shown, and when it goes on', async () => {
  const sync = {
    state: 'paused' as const,
    ...SYNC,
    failure: { cause: 'offline' as const },
    resumesAt: Date.now() + 60_000,
  };
  await openGamePage({
    title: aTitleWithout(3),
    set: null,
    status: { snapshot: aSnapshot({ sync }) },
  });

  await expect.element(page.getByRole('alert')).toHaveAttribute('data-cause', 'offline');
  await expect.element(page.getByText(/Continues at/)).toBeVisible();
  expect(skeletonRows()).toBe(3);
  await expectAccessible();
});

test.each([
  [{ state: 'stopped' as const, ...SYNC }, false, /sync was stopped/],
  [{ state: 'idle' as const }, true, /went on without/],
])('sync %o, set aside %s: can be asked again', async (sync, isUnread, words) => {
  const asked = answerAsBackground();
  const title = aTitleWithout(3);
  const { database } = await openGamePage({
    title,
    set: null,
    status: { snapshot: aSnapshot({ sync }) },
  });
  const { npCommunicationId } = title;
  if (isUnread) {
    await database.unreadRows.put({
      id: `trophies/${npCommunicationId}`,
      list: 'trophies',
      npCommunicationId,
      fields: [],
      cause: 'not-found',
      seenAt: 1,
    });
  }

  await expect.element(page.getByRole('main').getByText(words)).toBeVisible();
  // What looks like trophies that come would be waited for.
  expect(skeletonRows()).toBe(0);
  expect(page.getByRole('main').getByText(words).elements()).toHaveLength(1);
  asked.length = 0;
  await page.getByRole('button', { name: game.fetch }).click();
  await expect.poll(() => asked).toContain('fetchGame');
});

test('what there is to earn is shown before what is earned', async () => {
  const set = aTrophySet({
    trophies: SET.trophies.map((trophy) => ({ ...trophy, earned: null, target: 9 })),
  });
  const title = aTitleWith(set);
  await openGamePage({
    title: { ...title, fetched: { ...title.fetched, earned: null, at: null } },
    set,
  });

  await expect.element(page.getByText(game.awaitedEarned.asking)).toBeVisible();
  expect(rows()).toBe(2);
  const { textContent } = page.getByRole('list', { name: 'Trophies', exact: true }).element();
  expect(textContent).not.toMatch(/not earned|\/ 9/);
  await expect
    .element(page.getByRole('radio', { name: new RegExp(game.shown.missing) }))
    .toBeDisabled();
  await expectAccessible();
});

test.each([
  [{}, game.awaitedNewer.asking],
  [{ connection: DISCONNECTED }, game.awaitedNewer['not-connected']],
])('older than the list, %o: says as of when', async (status, words) => {
  const title = aTitleWith(SET);
  const fetched = { ...title.fetched, earned: 'an older state', at: Date.now() - 3 * DAY };
  await openGamePage({ title: { ...title, fetched }, set: SET, status });

  await expect.element(page.getByText('As of 3 days ago.')).toBeVisible();
  await expect.element(page.getByText(words)).toBeVisible();
  expect(rows()).toBe(2);
  await expectAccessible();
});

test('a library without a connection can be read in peace', async () => {
  await openGamePage({ title: aTitleWith(SET), set: SET, status: { connection: DISCONNECTED } });

  await expect.poll(rows).toBe(2);
  await expect.element(page.getByText('As of just now.')).toBeVisible();
  expect(page.getByRole('button', { name: 'Connect PlayStation' }).elements()).toHaveLength(0);
});

test('a game that is gone does not wait for trophies that cannot come', async () => {
  const absence = { missedAt: Date.now() - 9 * DAY, isSure: true };
  await openGamePage({ title: aTitleWithout(3, { absence }), set: null });

  await expect.element(page.getByText(/does not list this game now/)).toBeVisible();
  expect(skeletonRows()).toBe(0);
  await expectAccessible();
});

test('a game without any trophies says so, and no points of them', async () => {
  await openGamePage({ title: aTitleWithout(0), set: null });

  await expect.element(page.getByRole('heading', { name: /No trophies/ })).toBeVisible();
  await expect.element(page.getByTestId('game-head')).not.toMatchTextContent(/points/);
});

test('nothing moves when the trophies come', async () => {
  const title = aTitleWithout(2);
  const { database } = await openGamePage({ title, set: null });
  await expect.poll(skeletonRows).toBe(2);
  const before = page.getByTestId('trophy-skeleton').element().getBoundingClientRect();

  const { fetched } = aTitleWith(SET);
  await database.trophySets.put(packed(SET));
  await database.titles.put({ ...title, fetched: { ...fetched, at: Date.now() } });
  await expect.poll(rows).toBe(2);
  const list = page.getByRole('list', { name: 'Trophies', exact: true }).element();
  const after = list.getBoundingClientRect();
  expect([after.top, after.height]).toEqual([before.top, before.height]);
});

test.each([1280, 1000, 400])('nor where there are add-ons: %i px', async (width) => {
  await page.viewport(width, 900);
  const set = aTrophySet({
    groups: ['default', '001'].map((groupId) => ({ groupId, name: groupId, iconUrl: null })),
    trophies: SET.trophies.map((trophy, at) => ({ ...trophy, groupId: ['default', '001'][at]! })),
  });
  const title = aTitleWithout(2, { groupCount: 2 });
  const { database } = await openGamePage({ title, set: null });
  await expect.poll(skeletonRows).toBe(2);
  const before = page.getByTestId('trophy-skeleton').element().getBoundingClientRect().top;

  const { fetched } = aTitleWith(set);
  await database.trophySets.put(packed(set));
  await database.titles.put({ ...title, fetched: { ...fetched, at: Date.now() } });
  await expect
    .poll(() => document.querySelector('.row[data-item]')?.getBoundingClientRect().top)
    .toBe(before);
});

test('a game that is never to be fetched is fetched by no opening, and by a word of the player’s', async () => {
  const asked = answerAsBackground();
  await openGamePage({ title: aTitleWithout(3, { choice: 'never' }), set: null });
  await expect.element(page.getByText(game.awaitedNothing.never)).toBeVisible();
  expect(skeletonRows()).toBe(0);
  await expectAccessible();
  expect(asked).not.toContain('openGame');
  await page.getByRole('button', { name: game.fetch }).click();
  await expect.poll(() => asked).toContain('fetchGame');
  await expect.element(page.getByText(game.awaitedNothing.never)).not.toBeInTheDocument();
});

test('of some of its trophies nothing is said beside what Sony counts of all', async () => {
  const trophies = [
    aTrophy({ trophyId: 0, earned: true, earnedAt: Date.UTC(2019, 1, 3), groupId: 'default' }),
    aTrophy({ trophyId: 1, groupId: '001' }),
  ];
  const set = aTrophySet({
    trophies,
    groups: ['default', '001'].map((groupId) => ({ groupId, name: groupId, iconUrl: null })),
  });
  const title = aTitleWith(set);
  const short = { earned: { tries: 0, againAt: null } };
  const fetched = { ...title.fetched, short };
  const defined = { ...title.defined, bronze: (title.defined.bronze ?? 0) + 10 };
  const listed = { ...title, defined, fetched, progress: 10 };
  const { earned, definitions } = {
    earned: earnedKey(listed),
    definitions: definitionsKey(listed),
  };
  await openGamePage({ title: { ...listed, fetched: { ...fetched, earned, definitions } }, set });
  await expect.element(page.getByText(game.short).first()).toBeVisible();
  await page.getByRole('button', { name: game.details }).click();
  const region = page.getByRole('region', { name: game.details });
  await expect.element(region.getByText(game.firstTrophy)).toBeVisible();
  expect(region.element().textContent).not.toContain('2019');
  const head = page.getByTestId('game-head').element();
  expect(head.textContent).not.toContain('100');
});

test.each<[string, boolean | null, Partial<LibraryTitle>, 'missing' | 'earned']>([
  ['some of which Sony does not say whether they are earned', null, {}, 'missing'],
  ['an add-on has come since', true, { defined: { ...noTrophies(), bronze: 12 } }, 'missing'],
  ['one was earned since', false, { earned: { ...noTrophies(), bronze: 1 } }, 'earned'],
])('where %s, nothing is said of every one of them', async (_, earned, now, shown) => {
  const other = { trophyId: 1, earned };
  const one = { trophyId: 0, earned: shown === 'missing' };
  const set = aTrophySet({ trophies: [aTrophy(one), aTrophy(other)] });
  const title = aTitleWith(set);
  await openGamePage({ title: { ...title, ...now }, set });

  await page.getByRole('radio', { name: new RegExp(`^${game.shown[shown]}`) }).click();
  await expect.element(page.getByText(game.noneKnown[shown])).toBeVisible();
  await expect.element(page.getByText(game.noneListed[shown])).not.toBeInTheDocument();
});
