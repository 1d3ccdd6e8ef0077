import type { Libraries } from './libraries.ts';
import type { Measured } from './row.ts';
import { copies } from './rows/copies.ts';
import { firstLog } from './rows/first-log.ts';
import { firstSync } from './rows/first-sync.ts';
import { heap } from './rows/heap.ts';
import { idle } from './rows/idle.ts';
import { library, libraryInFirefox, popup, popupInFirefox } from './rows/opening.ts';
import { manyTrophies } from './rows/many-trophies.ts';
import { quietSync } from './rows/quiet-sync.ts';
import { scrolling, scrollingInFirefox } from './rows/scrolling.ts';
import { sizes } from './rows/sizes.ts';
import { storeSets } from './rows/store-sets.ts';
import { storedSets } from './rows/stored-sets.ts';
import { syncCounts } from './rows/sync-counts.ts';
import { typing, typingWhileSyncing } from './rows/typing.ts';
import { workerEvaluated } from './rows/worker-evaluated.ts';
import { workerStart } from './rows/worker-start.ts';

/** Rows that are measured together. */
export interface Part {
  name: string;
  /** About how long it takes where nothing else runs; those that share libraries with one before count without them. */
  seconds: number;
  measure: (libraries: Libraries) => Measured[] | Promise<Measured[]>;
  /** True of what is counted or weighed: beside any load it comes out the same, and nobody waits for a machine at rest. */
  isCounted?: boolean;
}

/** What does not depend on the machine. A part is added here, or below. */
export const QUICK: readonly Part[] = [
  { name: 'sizes', seconds: 1, measure: sizes, isCounted: true },
  { name: 'worker-evaluated', seconds: 5, measure: workerEvaluated, isCounted: true },
  { name: 'sync-counts', seconds: 20, measure: syncCounts, isCounted: true },
  { name: 'stored-sets', seconds: 5, measure: storedSets, isCounted: true },
  { name: 'first-log', seconds: 3, measure: firstLog, isCounted: true },
];

export const TIMED: readonly Part[] = [
  { name: 'worker-start', seconds: 60, measure: workerStart },
  { name: 'store-sets', seconds: 60, measure: storeSets },
  { name: 'quiet-sync', seconds: 390, measure: quietSync },
  { name: 'first-sync', seconds: 230, measure: firstSync },
  { name: 'many-trophies', seconds: 240, measure: manyTrophies },
  { name: 'copies', seconds: 360, measure: () => copies() },
  // The first that asks for the libraries pays for them.
  { name: 'heap', seconds: 100, measure: heap },
  { name: 'popup', seconds: 75, measure: popup },
  { name: 'library', seconds: 110, measure: library },
  { name: 'typing', seconds: 60, measure: typing },
  { name: 'scrolling', seconds: 300, measure: scrolling },
  // Leaves trophies in the libraries.
  { name: 'typing-while-syncing', seconds: 60, measure: typingWhileSyncing },
  { name: 'popup-firefox', seconds: 90, measure: popupInFirefox },
  { name: 'library-firefox', seconds: 180, measure: libraryInFirefox },
  { name: 'scrolling-firefox', seconds: 210, measure: scrollingInFirefox },
];

/** Measured beside all others: it waits for what must not happen. */
export const BESIDE: readonly Part[] = [{ name: 'idle', seconds: 660, measure: idle }];
