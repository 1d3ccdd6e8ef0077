import { EMPTY_PAGE } from '../extension-copy.ts';
import { slopeRow } from '../slope.ts';
import type { LibraryBrowser } from '../library-browser.ts';
import { estimate } from '../paired-ratio.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { layPictures, picturesIn } from '../plain-page.ts';
import { type Scrolled, scrollThrough } from '../scroll-through.ts';
import { amountRow, controlledBy, inGames, timedRow } from '../timed-row.ts';

const ROUNDS = 6;
const SCROLL = { frames: 60, step: 60 };
const LAYOUTS = ['list', 'grid'] as const;
type Layout = (typeof LAYOUTS)[number];

/** Scrolls the library in both layouts, in turn with a plain page of the same pictures. */
export async function scrolling(
  library: LibraryBrowser,
  { larger, where = '' }: { larger?: LibraryBrowser; where?: string } = {},
): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const layout of LAYOUTS)
    rows.push(...(await scrollingIn({ layout, where }, library, larger)));
  return rows;
}

async function scrollingIn(
  { layout, where }: { layout: Layout; where: string },
  library: LibraryBrowser,
  larger: LibraryBrowser | undefined,
): Promise<Measured[]> {
  const seen: Scrolled[] = [];
  const pictures = await picturesOf(library);
  const plain = async (): Promise<number> => {
    await library.tab.goto('about:blank');
    await library.tab.goto(library.addressOf(EMPTY_PAGE));
    await library.tab.evaluate(layPictures, { pictures, layout });
    return (await library.tab.evaluate(scrollThrough, SCROLL)).slow;
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
      larger: async () => (larger === undefined ? 1 : (await scrolledIn(layout, larger)).slow),
    },
    { rounds: ROUNDS, dropped: 1 },
  );
  const what = `scrolling the library as a ${layout}, ${inGames(library.games)}${where}`;
  const most = (count: (scrolled: Scrolled) => number): number => Math.max(...seen.map(count));
  return [
    ...controlledBy(
      [{ once: times.plain, again: times.plainAgain }],
      [
        timedRow(
          { what: `${what}: 19 frames of 20`, floor: 'a plain page of the same pictures' },
          { ours: times.ours, theirs: times.plain },
          1.2,
        ),
      ],
    ),
    amountRow(`${what}: blank frames`, { ours: most(({ blank }) => blank), unit: 'frames' }, 0),
    nodesRow(
      layout,
      library.games,
      most(({ nodes }) => nodes),
    ),
    ...(larger === undefined
      ? []
      : [
          slopeRow(
            `scrolling the library as a ${layout}`,
            { size: library.games, cost: estimate(times.ours).median },
            { size: larger.games, cost: estimate(times.larger).median },
          ),
        ]),
  ];
}

function nodesRow(layout: Layout, games: number, nodes: number): Measured {
  const what = `nodes of the library's rows as a ${layout}, ${inGames(games)}`;
  return amountRow(what, { ours: nodes, unit: 'nodes' }, 400);
}

async function scrolledIn(layout: Layout, { tab, addressOf }: LibraryBrowser): Promise<Scrolled> {
  await tab.goto('about:blank');
  await tab.goto(addressOf(`options.html#/library?view=${layout}`));
  return tab.evaluate(scrollThrough, SCROLL);
}

async function picturesOf({ tab, addressOf }: LibraryBrowser): Promise<string[]> {
  await tab.goto(addressOf(EMPTY_PAGE));
  return tab.evaluate(picturesIn, null);
}
