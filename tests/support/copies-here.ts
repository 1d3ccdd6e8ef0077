import { browser } from 'wxt/browser';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import type { CopyOutcome } from '@/utils/domain/copies/copy-figures';

/** Copies that make themselves, where nothing else is under way. */
function copiesHere(): AutomaticCopies {
  return new AutomaticCopies({
    exclusively: (_, work) => work(),
    ...{ now: Date.now, lostAt: () => Promise.resolve(null) },
    hasOwn: () => Promise.resolve(true),
  });
}

/** The player sees on the disk what they began to save then. */
export function savedByHand(accountId: string, madeAt: number): Promise<void> {
  return copiesHere().noteSaved({ accountId, madeAt });
}

/** One that makes itself, under this mark, is there: it lies in the folder of the player's. */
export function madeByItself(mark: string, digest = 'made'): Promise<void> {
  const figures = { games: 3, notes: 1, pins: 1, picks: 1, marks: 0 };
  const outcome: CopyOutcome = { kind: 'file', url: '', names: [], figures, digest };
  Object.assign(browser, { offscreen: { closeDocument: () => Promise.resolve() } });
  return copiesHere().made({ mark, outcome });
}
