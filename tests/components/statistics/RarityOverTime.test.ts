import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { dayZone } from '@/components/log/day-zone';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import RarityOverTime from '@/components/statistics/RarityOverTime.svelte';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { statisticsWords as words } from '@/utils/words/statistics';
import { DAY } from '../../support/statuses.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const NOW = Date.UTC(2026, 10, 29, 12);

const [THEN, LATER] = [NOW - 400 * DAY, NOW - DAY];

/** Trophies that have become rarer in a year, each by more than the one before. */
function rarerSet(trophies: number): TrophySet {
  const [then, now] = [THEN, LATER];
  const dayOf = (at: number) => Math.floor(at / DAY);
  return aTrophySet({
    trophies: Array.from({ length: trophies }, (_, trophyId) =>
      aTrophy({
        ...{ trophyId, earned: true, earnedAt: then, name: `Trophy ${String(trophyId)}` },
        rates: [
          { day: dayOf(then), rate: 500 },
          { day: dayOf(now), rate: 480 - 5 * trophyId },
        ],
      }),
    ),
  });
}

function figuresOf(trophies: number): LibraryFigures {
  const set = rarerSet(trophies);
  const fetched = { ...NOTHING_FETCHED, at: LATER };
  return new LibraryFigures({
    titles: () => [aLibraryTitle({ npCommunicationId: set.npCommunicationId, fetched })],
    earnings: () => [earningsOf(set, NOW, true)],
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });
}

test('what comes with the last button for more has the focus: the button is gone', async () => {
  await page.viewport(1_280, 900);
  const queries = { trophySets: () => ({ subscribe: () => ({ unsubscribe: () => undefined }) }) };
  await render(RarityOverTime, {
    ...{ figures: figuresOf(13), queries: queries as never, coverage: undefined },
  });
  const more = page.getByRole('button', { name: words.showMore({ more: 3 }, 'en-US') });
  await expect.element(more).toBeVisible();
  const marks = () => [...document.querySelectorAll('[data-mark]')];
  const before = marks().map((mark) => mark.getAttribute('data-mark'));
  more.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(more).not.toBeInTheDocument();
  const came = marks().filter((mark) => !before.includes(mark.getAttribute('data-mark')));
  await expect.poll(() => document.activeElement).toBe(came[0]);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.getAttribute('data-mark')).not.toBeNull();
  expect(document.activeElement).not.toBe(came[0]);
});

test('a row says how fast it became rarer, once its set is read', async () => {
  await page.viewport(1_280, 900);
  const sets = [rarerSet(2)];
  const trophySets = () => ({
    subscribe: ({ next }: { next: (read: TrophySet[]) => void }) => {
      next(sets);
      return { unsubscribe: () => undefined };
    },
  });
  await render(RarityOverTime, {
    ...{ figures: figuresOf(2), queries: { trophySets } as never, coverage: undefined },
  });
  // 2.0 and 2.5 points in 399 days.
  const game = aLibraryTitle().name;
  for (const points of [1.8, 2.3]) {
    const said = words.ratePace.rarer.year({ game, points }, 'en-US');
    await expect.element(page.getByText(said, { exact: true })).toBeVisible();
  }
});
