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
function open(recorded: RecordedHours, leftOut: ReadonlySet<string> = new Set()) {
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
    today: NOV_29,
    now: Date.UTC(2026, 10, 29),
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
  const none = words.playedNone({ year: '2026', day: 'Oct 31, 2026' });
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
