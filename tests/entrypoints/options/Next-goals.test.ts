import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { Writes } from '@/utils/database/writes';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { NO_PROGRESS } from '@/utils/domain/sync/sync-status';
import type { GoalEnd } from '@/utils/domain/numbers/goal-end';
import type { Goal } from '@/utils/domain/numbers/goal-pace';
import { civilDayNamed } from '@/utils/format/civil-days';
import * as words from '@/utils/words/en/next.json';
import { endedSaid } from '@/utils/words/goals';
import { knownUntilSaid } from '@/utils/words/log';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { setId } from '../../support/earned-trophies.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { DAY, aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const TODAY = civilDayNamed('2026-11-26');
/** 90 % on average by the next summer: there were 30 % half a year ago. */
const AVERAGE: Goal = {
  ...{ kind: 'average', target: 900, by: civilDayNamed('2027-06-01') },
  ...{ start: 300, startDay: TODAY - 180 },
};
let accounts = 0;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

afterEach(() => vi.useRealTimers());

/** What next of a library of two games, at 40 % and 61 %, with two platinums and that goal. */
async function openGoals(said: Partial<Snapshot> = {}, counted = 10, end?: Omit<GoalEnd, 'of'>) {
  const accountId = `goals-${String(++accounts)}-${String(performance.timeOrigin)}`;
  const database = new LibraryDatabase(accountId);
  const earned = { bronze: counted, silver: 0, gold: 0, platinum: 1 };
  const defined = { ...earned, bronze: 20 };
  await database.titles.bulkPut(
    [40, 61].map((progress, n) =>
      aLibraryTitle({ npCommunicationId: setId(n), progress, earned, defined }),
    ),
  );
  const writes = new Writes(database, Date.now, new AbortController().signal);
  const player = new DexiePlayerWrites(writes, 'this');
  await player.storeGoal(7, AVERAGE);
  if (end !== undefined) {
    const [goal] = await database.playerItems.toArray();
    const value = { ...end, of: goal!.version };
    await database.playerItems.put({ ...goal!, kind: 'goal-end', value });
  }
  const asked: { name: string; payload: unknown }[] = [];
  answerAsBackground(undefined, (name, payload) => asked.push({ name, payload }));
  await publish({
    connection: connected({ accountId }),
    snapshot: {
      ...aSnapshot({ titleCount: 2, ...said }),
      player: { ...aSnapshot().player!, accountId },
    },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC' },
  });
  history.replaceState(null, '', '#/next');
  await render(App);
  return {
    player,
    stored: () => asked.filter(({ name }) => name === 'setGoal').map(({ payload }) => payload),
  };
}

const card = page.getByRole('listitem').filter({ hasText: '90.0% on average' });
const change = page.getByRole('button', { name: `${words.change}: 90.0% on average` });
const dialog = page.getByRole('dialog', { name: words.changeGoal });
const save = dialog.getByRole('button', { name: words.saveGoal });

test('a goal with another target began when it began, and one of another kind begins today', async () => {
  const { stored } = await openGoals();
  await expect.element(card).toMatchTextContent(/50\.5% of 90\.0%/);
  await change.click();
  const percent = dialog.getByLabelText(words.goalPercent);
  await expect.element(percent).toHaveValue(90);
  await expectAccessible();
  await percent.fill('95.5');
  await save.click();
  await expect.poll(stored).toEqual([{ id: 7, goal: { ...AVERAGE, target: 955 } }]);
  await expect.element(dialog).not.toBeInTheDocument();

  await change.click();
  await dialog.getByLabelText(words.goalKind).selectOptions(words.goalKinds.platinums);
  await dialog.getByLabelText(words.goalTarget).fill('10');
  await save.click();
  await expect
    .poll(() => stored().at(-1))
    .toEqual({
      id: 7,
      goal: { ...AVERAGE, kind: 'platinums', target: 10, start: 2, startDay: TODAY },
    });
});

test('a new goal begins on the last day that is known: its start is what the player had then', async () => {
  const { stored } = await openGoals({
    titlesReadAt: NOW - 40 * DAY,
    lastSyncedAt: NOW - 40 * DAY,
  });
  await page.getByRole('button', { name: words.addGoal }).click();
  const added = page.getByRole('dialog', { name: words.addGoal });
  await added.getByLabelText(words.goalTarget).fill('10');
  await added.getByRole('button', { name: words.saveGoal }).click();
  await expect
    .poll(() => stored().map((said) => (said as { goal: Goal }).goal))
    .toMatchObject([{ kind: 'platinums', start: 2, startDay: TODAY - 40 }]);
});

test('what cannot be a goal is said of its field, which the keyboard is led to', async () => {
  const { stored } = await openGoals();
  await change.click();
  const percent = dialog.getByLabelText(words.goalPercent);
  const by = dialog.getByLabelText(words.goalBy);
  const alert = dialog.getByRole('alert');
  await percent.fill('50');
  await save.click();
  await expect.element(alert).toHaveTextContent(words.goalWrong.few({ value: '50.5%' }));
  await expect.element(percent).toHaveFocus();
  await percent.fill('101');
  await userEvent.keyboard('{Enter}');
  await expect.element(alert).toHaveTextContent(words.goalWrong.many({ most: '100.0%' }));
  await expect.element(percent).toHaveAttribute('aria-invalid', 'true');
  await expect.element(by).toHaveAttribute('aria-invalid', 'false');
  await percent.fill('100');
  await by.fill('2026-11-26');
  await save.click();
  await expect.element(alert).toHaveTextContent(words.goalWrong.day);
  await expect.element(by).toHaveFocus();
  await expect.element(by).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible();
  expect(stored()).toEqual([]);
  await by.fill('2026-11-27');
  await save.click();
  await expect
    .poll(stored)
    .toEqual([{ id: 7, goal: { ...AVERAGE, target: 1_000, by: TODAY + 1 } }]);
});

test('a goal is given up', async () => {
  const { stored, player } = await openGoals();
  await page.getByRole('button', { name: `${words.remove}: 90.0% on average` }).click();
  await expect.poll(stored).toEqual([{ id: 7, goal: null }]);
  await player.storeGoal(7, null);
  await expect.element(page.getByText(words.noGoals)).toBeVisible();
});

test('nobody wants more than they have before that is known', async () => {
  const first = { lastSyncedAt: null, sync: { ...NO_PROGRESS, state: 'running' as const } };
  await openGoals(first);
  const add = page.getByRole('button', { name: words.addGoal });
  await expect.element(add).toHaveAttribute('aria-disabled', 'true');
});

test('where the list was not read for months goals say up to which day they are known', async () => {
  await openGoals({ titlesReadAt: Date.UTC(2026, 8, 10, 12) });
  const known = knownUntilSaid(civilDayNamed('2026-09-10'), 'en-US');
  await expect.element(page.getByText(known)).toBeVisible();
  await expect.element(card).toMatchTextContent(words.goalStates.ahead);
  await expect.element(card).toMatchTextContent(words.goalYours({ yours: '6.06%' }));
});

test('a goal that has ended says how and when, whatever the figures are by now', async () => {
  const at = Date.UTC(2026, 9, 3, 12);
  await openGoals({}, 10, { state: 'reached', at, value: 901 });
  const said = words.goalReachedOn({ day: 'Oct 3, 2026' });
  await expect.element(card).toMatchTextContent(said);
  await expect.element(card).toMatchTextContent('90.1% of 90.0%');
  // Nothing is left to tell of its pace.
  expect(card.element().textContent).not.toContain('a month');
  await expectAccessible();
});

test('one that was missed says so, and one that was seen to be reached after its day by when', async () => {
  const late = AVERAGE.by + 9;
  await openGoals({}, 10, { state: 'missed', at: 86_400_000 * late, value: 880 });
  await expect.element(card).toMatchTextContent(words.goalStates.missed);
  await expect.element(card).toMatchTextContent('88.0% of 90.0%');
  expect(endedSaid(AVERAGE, 'reached', late, 'en-US')).toBe(
    words.goalReachedBy({ day: 'Jun 10, 2027' }),
  );
});
