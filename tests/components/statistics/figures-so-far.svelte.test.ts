import { afterEach, expect, test } from 'vitest';
import { logAtHand } from '@/components/log/at-hand';
import { FiguresSoFar } from '@/components/statistics/figures-so-far.svelte';
import type { LibraryQueries, Source } from '@/utils/database/queries';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { SetEarnings } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle, aStatus } from '../../support/statuses.ts';

type Rows = readonly SetEarnings[];

const NOW = Date.UTC(2026, 10, 29);
const DAY = Date.UTC(2026, 0, 1);
const earned = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
const games = [1, 2].map((n) =>
  aLibraryTitle({ npCommunicationId: setId(n), earned, defined: earned, progress: 100 }),
);
/** So many that to count them takes longer than from one change of a sync to the next. */
const MANY = 100_000;
let end: () => void = () => undefined;

afterEach(() => end());

function manyEarnings(): Rows {
  const [row] = [earningsIn(1, [earnedAt(DAY)])];
  return [{ ...row, trophies: row.trophies.repeat(MANY) }];
}

function saying<Value>(value: Value): Source<Value> {
  return {
    subscribe({ next }) {
      next(value);
      return { unsubscribe: () => undefined };
    },
  };
}

/** Figures of a library that is read whole; of what was earned every value that they have gone by is noted. */
function follow(earnings: Source<Rows>) {
  let titles = $state.raw<readonly LibraryTitle[]>([]);
  const queries = { latestEarnings: () => saying([]), earnings: () => earnings };
  const page = {
    ...{ queries: queries as unknown as LibraryQueries, first: null, now: NOW },
    ...{ status: aStatus({ settings: { ...DEFAULT_SETTINGS, zone: 'UTC' } }) },
    onfetch: null,
    onzone: () => undefined,
    get titles() {
      return { state: 'ready', value: { titles, unreadable: 0, complete: true } } as const;
    },
  };
  const seen: (Rows | null)[] = [];
  let soFar: FiguresSoFar | undefined;
  end = $effect.root(() => {
    soFar = new FiguresSoFar(page);
    $effect(() => void seen.push(soFar?.earnings ?? null));
  });
  return { seen, say: (now: readonly LibraryTitle[]) => (titles = now), soFar: () => soFar };
}

test('figures with a date come in a sync too, where each game that is stored changes the list', async () => {
  const rows = manyEarnings();
  const { seen, say, soFar } = follow(saying(rows));
  const sync = setInterval(() => say([...games]));
  await expect.poll(() => seen.at(-1)).toBe(rows);
  clearInterval(sync);
  expect(soFar()?.figures.coverage).toMatchObject({ dated: MANY, total: MANY + 1 });
});

test.each([false, true])(
  'what was earned meanwhile is counted after what was there, which is shown so long; at hand: %s',
  async (isAtHand) => {
    const rows: Rows = [earningsIn(1, [earnedAt(DAY)])];
    const later: Rows = [...rows, earningsIn(2, [earnedAt(DAY + 1_000)])];
    if (isAtHand) logAtHand(rows);
    const { seen } = follow({
      subscribe({ next }) {
        next(rows);
        const coming = setTimeout(() => next(later));
        return { unsubscribe: () => clearTimeout(coming) };
      },
    });
    await expect.poll(() => seen).toEqual([null, rows, later]);
  },
);
