import { controlledBy, untilSharp } from '../controlled.ts';
import { EMPTY_PAGE } from '../extension-copy.ts';
import type { Libraries, Library } from '../libraries.ts';
import { openPainted } from '../painted.ts';
import { medianOf } from '../paired-ratio.ts';
import { inRounds, type Times, type Variant } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { slopeRow } from '../slope.ts';
import { inGames, timedRow } from '../timed-row.ts';

/** A page, and what it may cost beside an empty one and beside itself with the smallest library. */
interface OpenedPage {
  what: string;
  path: string;
  sizes: readonly number[];
  ofEmpty: number;
  ofSmallest: number;
  seconds: number;
}

const POPUP: OpenedPage = {
  what: 'popup painted with data',
  path: 'popup.html',
  sizes: [0, 1_300, 5_000],
  ofEmpty: 1.2,
  ofSmallest: 1,
  seconds: 75,
};
const LIBRARY: OpenedPage = {
  what: 'library painted with its first games',
  path: 'options.html#/library',
  sizes: [50, 1_300, 5_000, 18_516],
  ofEmpty: 2,
  ofSmallest: 1.15,
  seconds: 110,
};

const FIREFOX = ', in Firefox';

export async function popup(libraries: Libraries): Promise<Measured[]> {
  return opening(POPUP, await libraries.in('chromium', POPUP.sizes));
}

export async function popupInFirefox(libraries: Libraries): Promise<Measured[]> {
  return opening(POPUP, await libraries.in('firefox', POPUP.sizes), FIREFOX);
}

export async function library(libraries: Libraries): Promise<Measured[]> {
  return opening(LIBRARY, await libraries.in('chromium', LIBRARY.sizes));
}

export async function libraryInFirefox(libraries: Libraries): Promise<Measured[]> {
  return opening(LIBRARY, await libraries.in('firefox', LIBRARY.sizes), FIREFOX);
}

/** Opens the page with each library, the smallest first, in turn with an empty one. */
async function opening(
  page: OpenedPage,
  libraries: readonly Library[],
  where = '',
): Promise<Measured[]> {
  const times = await openedInTurn(page, libraries);
  const { empty = [], emptyAgain = [] } = times;
  const [smallest = 0, ...larger] = page.sizes;
  const of = (games: number): number[] => times[String(games)] ?? [];
  const what = `${page.what}${where}`;
  return controlledBy({ once: empty, again: emptyAgain }, [
    ...page.sizes.map((games) =>
      timedRow(
        { what: `${what}, ${inGames(games)}`, floor: 'an empty page' },
        { ours: of(games), theirs: empty },
        page.ofEmpty,
      ),
    ),
    ...larger.map((games) =>
      timedRow(
        { what: `${what}, ${inGames(games)} and fewer`, floor: inGames(smallest) },
        { ours: of(games), theirs: of(smallest) },
        page.ofSmallest,
      ),
    ),
    ...growthOf(what, page.sizes, of),
  ]);
}

function openedInTurn(page: OpenedPage, libraries: readonly Library[]): Promise<Times> {
  // In each of the browsers, of which one may be slower: it costs little, and strays as far as a dear one.
  const empty = async (): Promise<number> => {
    const times: number[] = [];
    for (const { tab, addressOf } of libraries) {
      times.push(await openPainted(tab, addressOf(EMPTY_PAGE)));
    }
    return medianOf(times);
  };
  const variants: Record<string, Variant> = { empty, emptyAgain: empty };
  for (const { games, tab, addressOf } of libraries) {
    variants[String(games)] = () => openPainted(tab, addressOf(page.path));
  }
  return inRounds(variants, {
    rounds: 16,
    limit: { seconds: page.seconds, rounds: 60 },
    isEnough: untilSharp(({ empty: once = [], emptyAgain: again = [] }: Times) => ({
      once,
      again,
    })),
  });
}

function growthOf(
  what: string,
  sizes: readonly number[],
  of: (games: number) => number[],
): Measured[] {
  const [small, large] = [sizes.find((games) => games >= 1_000), sizes.at(-1)];
  if (small === undefined || large === undefined || small === large) return [];
  const costOf = (games: number) => ({ size: games, cost: medianOf(of(games)) });
  return [slopeRow(what, costOf(small), costOf(large))];
}
