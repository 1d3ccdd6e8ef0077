import { NEXT_KINDS, nextMarksIn, type NextMarks } from '../domain/numbers/next-marks';
import type { LibraryDatabase } from './database';
import { playerItemsOf } from './player-items';

export async function readNextMarks(library: LibraryDatabase): Promise<NextMarks> {
  const items = await Promise.all(NEXT_KINDS.map((kind) => playerItemsOf(library, kind)));
  const events = await library.trophyEvents.toArray();
  return nextMarksIn(
    items.flat(),
    events.flatMap(({ kind, npCommunicationId }) =>
      kind === 'lost-hundred' ? npCommunicationId : [],
    ),
  );
}
