import { EMPTY_PAGE } from '../extension-copy.ts';
import { slopeRow } from '../slope.ts';
import type { LibraryBrowser } from '../library-browser.ts';
import { openPainted } from '../painted.ts';
import { estimate } from '../paired-ratio.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { controlledBy, inGames, timedRow } from '../timed-row.ts';

const ROUNDS = 12;

/** A page, and what it may cost beside an empty one and beside itself with the smallest library. */
export interface OpenedPage {
  what: string;
  path: string;
  ofEmpty: number;
  ofSmallest: number;
}

export const POPUP: OpenedPage = {
  what: 'popup painted with data',
  path: 'popup.html',
  ofEmpty: 1.2,
  ofSmallest: 1,
};
export const LIBRARY: OpenedPage = {
  what: 'library painted with its first games',
  path: 'options.html#/library',
  ofEmpty: 2,
  ofSmallest: 1.15,
};

interface Opened {
  games: number;
  empty: number[];
  emptyAgain: number[];
  ours: number[];
}

/** Opens the page with each library, the smallest first, in turn with an empty one. */
export async function opening(
  page: OpenedPage,
  libraries: readonly LibraryBrowser[],
  where = '',
): Promise<Measured[]> {
  const [smallest, ...larger] = await openedInTurn(page.path, libraries);
  if (smallest === undefined) return [];
  const what = `${page.what}${where}`;
  return [
    ...[smallest, ...larger].flatMap(({ games, empty, emptyAgain, ours }) =>
      controlledBy(
        [{ once: empty, again: emptyAgain }],
        [
          timedRow(
            { what: `${what}, ${inGames(games)}`, floor: 'an empty page' },
            { ours, theirs: empty },
            page.ofEmpty,
          ),
        ],
      ),
    ),
    ...larger.flatMap((each) =>
      controlledBy(
        [smallest, each].map(({ empty, emptyAgain }) => ({ once: empty, again: emptyAgain })),
        [
          timedRow(
            { what: `${what}, ${inGames(each.games)} and fewer`, floor: inGames(smallest.games) },
            { ours: each.ours, theirs: smallest.ours },
            page.ofSmallest,
          ),
        ],
      ),
    ),
    ...growthOf(what, [smallest, ...larger]),
  ];
}

async function openedInTurn(path: string, libraries: readonly LibraryBrowser[]): Promise<Opened[]> {
  const variants = libraries.flatMap(({ games, tab, addressOf }) =>
    (['empty', 'emptyAgain', 'ours'] as const).map(
      (what) =>
        [
          `${what} ${String(games)}`,
          () => openPainted(tab, addressOf(what === 'ours' ? path : EMPTY_PAGE)),
        ] as const,
    ),
  );
  const times = await inRounds(Object.fromEntries(variants), { rounds: ROUNDS });
  const timesOf = (what: string, games: number) => times[`${what} ${String(games)}`] ?? [];
  return libraries.map(({ games }) => ({
    games,
    empty: timesOf('empty', games),
    emptyAgain: timesOf('emptyAgain', games),
    ours: timesOf('ours', games),
  }));
}

function growthOf(what: string, opened: readonly Opened[]): Measured[] {
  const sized = opened.map(({ games, ours }) => ({ size: games, cost: estimate(ours).median }));
  const small = sized.find(({ size }) => size >= 1_000);
  const large = sized.at(-1);
  if (small === undefined || large === undefined || small === large) return [];
  return [slopeRow(what, small, large)];
}
