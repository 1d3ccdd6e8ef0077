import { comesToRest } from '../at-rest.ts';
import { controlledBy, untilSharp } from '../controlled.ts';
import { EMPTY_PAGE } from '../extension-copy.ts';
import type { Libraries, Library } from '../libraries.ts';
import { medianOf } from '../paired-ratio.ts';
import { layPictures, picturesIn } from '../plain-page.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { type Scrolled, scrollThrough, untilComplete } from '../scroll-through.ts';
import { slopeRow } from '../slope.ts';
import { amountRow, inGames, timedRow } from '../timed-row.ts';

const GAMES = 5_000;
const MORE_GAMES = 18_516;
const SCROLL = { frames: 100, step: 60 };
/** Milliseconds that pictures, and what is loaded ahead, may take. */
const LOADING = 3_000;
const LAYOUTS = ['list', 'grid'] as const;
type Layout = (typeof LAYOUTS)[number];

/** Scrolls the library in both layouts, in turn with a plain page of the same pictures. */
export async function scrolling(shared: Libraries): Promise<Measured[]> {
  const [library, larger] = await shared.in('chromium', [GAMES, MORE_GAMES]);
  return library === undefined ? [] : inLayouts({ library, larger, where: '' });
}

export async function scrollingInFirefox(shared: Libraries): Promise<Measured[]> {
  const [library] = await shared.in('firefox', [GAMES]);
  return library === undefined ? [] : inLayouts({ library, where: ', in Firefox' });
}

interface Where {
  library: Library;
  larger?: Library | undefined;
  where: string;
}

async function inLayouts(where: Where): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const layout of LAYOUTS) rows.push(...(await scrollingIn(layout, where)));
  return rows;
}

async function scrollingIn(layout: Layout, { library, larger, where }: Where): Promise<Measured[]> {
  const seen: Scrolled[] = [];
  const pictures = await picturesOf(library);
  const plain = async (): Promise<number> => {
    await library.tab.goto('about:blank');
    await library.tab.goto(library.addressOf(EMPTY_PAGE));
    await library.tab.evaluate(layPictures, { pictures, layout });
    return (await scrolledHere(library)).slow;
  };
  const times = await inRounds(
    {
      plain,
      plainAgain: plain,
      ours: async () => {
        const scrolled = await scrolledIn(layout, library);
        seen.push(scrolled);
        return scrolled.slow;
      },
    },
    {
      ...{ rounds: 6, dropped: 1, limit: { seconds: 75, rounds: 20 } },
      isEnough: untilSharp(({ plain: once, plainAgain: again }) => ({ once, again })),
    },
  );
  const what = `scrolling the library as a ${layout}, ${inGames(library.games)}${where}`;
  const most = (count: (scrolled: Scrolled) => number): number => Math.max(...seen.map(count));
  const growth = larger === undefined ? [] : [await growthOf(layout, larger, times.ours)];
  return [
    ...controlledBy({ once: times.plain, again: times.plainAgain }, [
      timedRow(
        { what: `${what}: 19 frames of 20`, floor: 'a plain page of the same pictures' },
        { ours: times.ours, theirs: times.plain },
        1.2,
      ),
    ]),
    amountRow(`${what}: blank frames`, { ours: most(({ blank }) => blank), unit: 'frames' }, 0),
    amountRow(
      `${what}: nodes of its rows`,
      { ours: most(({ nodes }) => nodes), unit: 'nodes' },
      400,
    ),
    ...growth,
  ];
}

/** How its slow frames grow with the library: these rounds are compared with nothing else, so that few are enough. */
async function growthOf(layout: Layout, larger: Library, fewer: number[]): Promise<Measured> {
  const { more } = await inRounds(
    { more: async () => (await scrolledIn(layout, larger)).slow },
    { rounds: 3, dropped: 1 },
  );
  return slopeRow(
    `scrolling the library as a ${layout}`,
    { size: GAMES, cost: medianOf(fewer) },
    { size: larger.games, cost: medianOf(more) },
  );
}

async function scrolledIn(layout: Layout, library: Library): Promise<Scrolled> {
  const { tab, addressOf } = library;
  await tab.goto('about:blank');
  await tab.goto(addressOf(`options.html#/library?view=${layout}`));
  return scrolledHere(library);
}

/**
 * Scrolls what is there once it is all there, and nothing is loaded any more: twice over the same way, and the second
 * time is timed. A browser forgets pictures when it likes, and frames beside which it loads them take three times as
 * long, of a plain page as well. Nothing of it goes on.
 */
async function scrolledHere({ tab }: Library): Promise<Scrolled> {
  await tab.evaluate(untilComplete, null);
  await comesToRest(LOADING);
  const first = await tab.evaluate(scrollThrough, SCROLL);
  await comesToRest(LOADING);
  const second = await tab.evaluate(scrollThrough, SCROLL);
  await tab.goto('about:blank');
  return {
    slow: second.slow,
    blank: Math.max(first.blank, second.blank),
    nodes: Math.max(first.nodes, second.nodes),
  };
}

async function picturesOf({ tab, addressOf }: Library): Promise<string[]> {
  await tab.goto(addressOf(EMPTY_PAGE));
  return tab.evaluate(picturesIn, null);
}
