import type { Reason } from './red-notes.ts';

/** Timed rows that are known to be over their budget, by what their names begin with. */
export const TIMED_RED: readonly Reason[] = [
  {
    what: 'popup painted with data',
    why: 'Its scripts are read and run before its first frame, Svelte among them; an empty page has none.',
    tried:
      'a build apart from the options page, values that are read without schemas, the messenger and what is not drawn at first after the first frame (188 kB of script before, 83 now).',
  },
  {
    what: 'worker started',
    why: 'One file of 320 kB is read before the first answer: as many bytes that nobody runs take as long.',
    tried:
      'one classic file in the place of a module of four (2.9 to 2.1 times an empty worker); what a wake-up does not need behind import(), which the build puts into the same file: 124 kB evaluated in the place of 330, and no faster start.',
  },
  {
    what: 'worker woken by an alarm',
    why: 'It is the start of the worker, and a look at what is stored.',
    tried: 'nothing besides what was tried for the start.',
  },
  {
    what: 'library painted with its first games',
    why: 'The options page runs 174 kB of script before its first frame and 150 more, Dexie and schemas among them, before it can read its first fifty games.',
    tried:
      'a first screen by the index, what reads the library asked for at once and run after the first frame, and everything else of the library read only once that screen is seen.',
  },
  {
    what: 'a request of a first sync',
    why: 'About 30 ms of own work a request, one after the other: parsing, a transaction with title and cursor, and the snapshot for the pages.',
    tried: 'nothing yet: the next request could be asked while the last answer is stored.',
  },
  {
    what: 'a set stored',
    why: 'Each answer is read by its schema, made into the domain’s shape and stored with title and cursor in a transaction.',
    tried: 'nothing yet.',
  },
  {
    what: 'processor time of a quiet sync',
    why: 'Not known: a sync that finds nothing new reads no more rows of a larger library.',
    tried: 'reading no title where nothing can be missing.',
  },
  {
    what: 'scrolling the library as a list',
    why: 'A row is 41 nodes; the nine rows of a window of 800 pixels alone come near 400, and 400 pixels on each side are drawn ahead.',
    tried: 'nothing yet: less drawn ahead would show blank frames before it came to 400.',
  },
  {
    what: 'scrolling the library as a grid',
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
