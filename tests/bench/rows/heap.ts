import { setTimeout as sleep } from 'node:timers/promises';
import { type Cost, slopeRow } from '../slope.ts';
import { heapOfPage } from '../heap-used.ts';
import type { Libraries } from '../libraries.ts';
import type { Measured } from '../row.ts';
import { amountRow, inGames } from '../timed-row.ts';

const SIZES = [1_300, 5_000, 18_516];
const SETTLED = 3_000;
/** Megabytes, from so many games on. */
const BUDGETS = [
  { from: 0, worker: 40, page: 60 },
  { from: 10_000, worker: 60, page: 120 },
];

/** What is in use once all is quiet: of the worker that has read the lists, and of a page that shows the library. */
export async function heap(libraries: Libraries): Promise<Measured[]> {
  const used: { games: number; worker: number; page: number }[] = [];
  for (const library of await libraries.in('chromium', SIZES)) {
    await library.page.goto(library.addressOf('options.html#/library'));
    await library.page.getByTestId('library-count').waitFor();
    await sleep(SETTLED);
    used.push({
      games: library.games,
      worker: library.workerHeap,
      page: await heapOfPage(library.page),
    });
  }
  return (['worker', 'page'] as const).flatMap((whose) => [
    ...used.map((each) => {
      const budget = BUDGETS.findLast(({ from }) => each.games >= from)?.[whose] ?? 0;
      return amountRow(
        `heap of the ${whose}, settled, ${inGames(each.games)}`,
        { ours: each[whose], unit: 'MB' },
        budget,
      );
    }),
    ...grownFrom(
      `heap of the ${whose}`,
      used.map((each) => ({ size: each.games, cost: each[whose] })),
    ),
  ]);
}

function grownFrom(what: string, used: readonly Cost[]): Measured[] {
  const [small, large] = [used[0], used.at(-1)];
  return small === undefined || large === undefined ? [] : [slopeRow(what, small, large)];
}
