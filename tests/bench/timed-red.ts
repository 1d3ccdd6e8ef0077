import type { Reason } from './red-notes.ts';

/** Timed rows that are known to be over their budget, by what their names begin with. */
export const TIMED_RED: readonly Reason[] = [
  {
    what: 'popup painted with data',
    why: 'Its scripts are read and run before its first frame, Svelte among them; an empty page has none.',
    tried:
      'a build apart from the options page, values that are read without schemas, the messenger and what is not drawn at first after the first frame (188 kB of script before, 80 now).',
  },
  {
    what: 'worker started',
    why: 'One file of 320 kB is read before the first answer: as many bytes that nobody runs take as long.',
    tried:
      'one classic file in the place of a module of four (2.9 to 2.1 times an empty worker); what a wake-up does not need behind import(), which the build puts into the same file: 124 kB evaluated in the place of 330, and no faster start.',
  },
  {
    what: 'library painted with its first games',
    why: 'The options page runs 174 kB of script before its first frame and 150 more, Dexie and schemas among them, before it can read; and all titles are read before the first rows are drawn.',
    tried:
      'reading only what changed, an order that is remembered, and names folded for the search once; none of it saves the first reading.',
  },
  {
    what: 'a set stored',
    why: 'Each answer is read by its schema, made into the domain’s shape and stored with title and cursor in a transaction.',
    tried: 'nothing yet.',
  },
  {
    what: 'processor time of a quiet sync',
    why: 'What is missing is found by reading all titles.',
    tried: 'looking through no row of the list that is read; the reading of all titles is left.',
  },
  {
    what: 'scrolling the library as a list, 5,000 games: nodes',
    why: 'A row is 41 nodes; the nine rows of a window of 800 pixels alone come near 400, and 400 pixels on each side are drawn ahead.',
    tried: 'nothing yet: less drawn ahead would show blank frames before it came to 400.',
  },
  {
    what: 'scrolling the library as a grid, 5,000 games: nodes',
    why: 'A card is 35 nodes, and a window of 800 pixels shows up to twenty of them; 400 pixels on each side are drawn ahead.',
    tried: 'nothing yet: only half as many nodes a card would do.',
  },
  ...['search', 'sort', 'filter'].map((action) => ({
    what: `${action}, key to painted`,
    why: 'Drawing the games that it shows is most of it; while a sync writes, worker, storage and page share two cores.',
    tried:
      'reading together what changed in 250 ms, a key and its frame before any news, and after that frame the address and what is drawn beyond the screen.',
  })),
];
