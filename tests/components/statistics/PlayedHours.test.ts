import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PlayedHours from '@/components/statistics/PlayedHours.svelte';
import type { RecordedHours } from '@/utils/domain/numbers/played-hours';
import * as words from '@/utils/words/en/statistics.json';
import { namesOfMarks, shownTable } from '../../support/chart-page.ts';
import { dayNumber } from '../../support/civil-days.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aPlayedGame } from '../../support/titles.ts';

const HOUR = 3_600;
const OCT_30 = dayNumber('2026-10-30');
const NOV_29 = dayNumber('2026-11-29');

const GAME = {
  ...aPlayedGame({ npTitleId: 'A', name: 'Drift', lastPlayedAt: -1 }),
  npCommunicationIds: ['NPWR00001_00'],
};
const RECORDED: RecordedHours = {
  games: [GAME],
  listDays: [
    { month: '2026-10', days: [OCT_30] },
    { month: '2026-11', days: [dayNumber('2026-11-03'), dayNumber('2026-11-20')] },
  ],
  playDays: [
    { npTitleId: 'A', month: '2026-10', days: [[OCT_30, 10 * HOUR, null]] },
    { npTitleId: 'A', month: '2026-11', days: [[dayNumber('2026-11-03'), 14 * HOUR, null]] },
  ],
};

/** What is recorded, read at once. */
function open(
  recorded: RecordedHours,
  leftOut: ReadonlySet<string> = new Set(),
  today: number = NOV_29,
) {
  const recordedHours = () => ({
    subscribe: ({ next }: { next: (value: RecordedHours) => void }) => {
      next(recorded);
      return { unsubscribe: () => {} };
    },
  });
  const queries = { recordedHours } as never;
  return render(PlayedHours, {
    queries,
    isDrawn: true,
    today,
    now: today * 86_400_000,
    leftOut,
  });
}

test('hours are drawn by month and week, and of which nobody knows is no 0', async () => {
  const { container } = await open(RECORDED);
  // Four hours of four days, of which one is of October.
  await expect
    .poll(namesOfMarks)
    .toEqual(['October 2026, estimated: 1 hour', 'November 2026, estimated, so far: 3 hours']);
  const table = await shownTable();
  expect(table[1]).toEqual(['January 2026', '–']);
  expect(table[12]).toEqual(['December 2026', '–']);
  expect(container.textContent).toContain('known since Oct 31, 2026');
  await expect.element(page.getByRole('link', { name: 'Drift' })).toBeVisible();
  await expectAccessible();

  await page.getByText(words.week, { exact: true }).first().click();
  await expect.poll(() => namesOfMarks().length).toBe(2);
  expect(namesOfMarks()[0]).toMatch(/^Week of .*, estimated: /);
  // Known to be none, and told from what is not known.
  expect(container.querySelectorAll('.none').length).toBeGreaterThan(0);
});

test('a year without any hours says since when that is known', async () => {
  const { container } = await open({ ...RECORDED, playDays: [] });
  const said = words.playedNone({ year: '2026', day: 'Oct 31, 2026' });
  const none = words.playedUntil({ said, day: 'Nov 20, 2026' });
  await expect.poll(() => container.querySelector('.empty')?.textContent).toBe(none);
});

test('games that are left out have no hours', async () => {
  const { container } = await open(RECORDED, new Set(['NPWR00001_00']));
  await expect.poll(() => container.querySelector('.empty')).not.toBeNull();
  expect(page.getByRole('link', { name: 'Drift' }).elements()).toEqual([]);
});

test('before the list was read twice a sentence says so', async () => {
  const { container } = await open({
    ...{ ...RECORDED, playDays: RECORDED.playDays.slice(0, 1) },
    listDays: [{ month: '2026-10', days: [OCT_30] }],
  });
  await expect
    .poll(() => container.querySelector('.empty')?.textContent)
    .toBe(words.playedNotKnown);
});

test('hours say up to which day they are known, once days have passed since', async () => {
  const { container } = await open(RECORDED);
  await expect
    .poll(() => container.querySelector('.summary')?.textContent)
    .toMatch(/^2026: 4 hr in 1 game\. Known up to Nov 20, 2026/);
  const read = await open(RECORDED, new Set(), dayNumber('2026-11-20'));
  await expect.poll(() => read.container.querySelectorAll('.summary').length).toBeGreaterThan(0);
  expect(read.container.textContent).not.toContain('Known up to');
});

test('a new year of whose days nobody has asked yet is not told as one without hours', async () => {
  const { container } = await open(RECORDED, new Set(), dayNumber('2027-01-05'));
  await expect
    .poll(() => container.querySelector('.summary')?.textContent)
    .toMatch(/^2026: 4 hr in 1 game\. Known up to Nov 20, 2026/);
  await expect.element(page.getByText(words.mostPlayed({ year: '2026' }))).toBeVisible();
  expect(container.textContent).not.toContain('2027');
  // What was found before the list was read to its end is told all the same.
  const found: RecordedHours['playDays'] = [
    { npTitleId: 'A', month: '2027-01', days: [[dayNumber('2027-01-04'), 17 * HOUR, null]] },
  ];
  const later = await open(
    { ...RECORDED, playDays: [...RECORDED.playDays, ...found] },
    new Set(),
    dayNumber('2027-01-05'),
  );
  await expect.poll(() => later.container.querySelector('.summary')?.textContent).toMatch(/^2027:/);
});

test('by week the first days of a year are in one of it, from the day on which they are known', async () => {
  const [eve, second] = [dayNumber('2026-12-31'), dayNumber('2027-01-02')];
  const { container } = await open(
    {
      games: [GAME],
      listDays: [
        { month: '2026-12', days: [eve] },
        { month: '2027-01', days: [dayNumber('2027-01-01'), second] },
      ],
      playDays: [
        { npTitleId: 'A', month: '2026-12', days: [[eve, 10 * HOUR, null]] },
        { npTitleId: 'A', month: '2027-01', days: [[second, 15 * HOUR, null]] },
      ],
    },
    new Set(),
    second,
  );
  await page.getByText(words.week, { exact: true }).first().click();
  await expect.poll(namesOfMarks).toEqual(['Week of Jan 1, 2027, so far: 5 hours']);
  expect(container.querySelector('.empty')).toBeNull();
});

test('of hours that nobody knows is said once that they are not known', async () => {
  const { container } = await open({ ...RECORDED, listDays: [], playDays: [] });
  await expect
    .poll(() => [...container.querySelectorAll('.empty')].map(({ textContent }) => textContent))
    .toEqual([words.playedNotKnown]);
});

test('a list of a day that is still to come tells nothing of the months up to it', async () => {
  const listDays = [...RECORDED.listDays, { month: '2027-03', days: [dayNumber('2027-03-05')] }];
  await open({ ...RECORDED, listDays });
  const said = words.playedUntil({ said: '', day: 'Nov 20, 2026' }).trim();
  await expect.element(page.getByText(said, { exact: false }).first()).toBeVisible();
});

test('months that cannot be read are told where hours are', async () => {
  await open({ ...RECORDED, unread: 2 });
  const said = words.playedUnread({ months: 2 }, 'en-US');
  // Of the hours, and of the games that were played most.
  await expect.poll(() => page.getByText(said).elements().length).toBe(2);
});
