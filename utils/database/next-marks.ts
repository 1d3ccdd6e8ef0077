import { NEXT_KINDS } from '../domain/numbers/next-kinds';
import { nextMarksIn, type NextMarks } from '../domain/numbers/next-marks';
import type { LibraryDatabase } from './database';
import { playerItemsOf } from './player-items';

/** In one transaction, which ends as it began also where the library is closed meanwhile. */
export function readNextMarks(library: LibraryDatabase): Promise<NextMarks> {
  const { playerItems, trophyEvents } = library;
  return library.transaction('r', [playerItems, trophyEvents], async () => {
    const items = await Promise.all(NEXT_KINDS.map((kind) => playerItemsOf(library, kind)));
    const events = await trophyEvents.toArray();
    return nextMarksIn(
      items.flat(),
      events.flatMap(({ kind, npCommunicationId }) =>
        kind === 'lost-hundred' ? npCommunicationId : [],
      ),
    );
  });
}
