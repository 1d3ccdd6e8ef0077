import type { HundredEvent } from '../domain/numbers/log-milestones';
import { notToBeHadIn, type NotToBeHad } from '../domain/numbers/not-to-be-had';
import type { RecordedHours } from '../domain/numbers/played-hours';
import type { LibraryDatabase } from './database';
import { unpacked } from './packed-set';
import { playerItemsOf } from './player-items';

/*
 * What pages of figures are made of besides titles and what was earned. What takes several readings is one transaction:
 * that ends as it began, also where the library is closed meanwhile.
 */

export function readRecordedHours(library: LibraryDatabase): Promise<RecordedHours> {
  const { playDays, playedListDays, playedGames } = library;
  return library.transaction('r', [playDays, playedListDays, playedGames], async () => {
    const rows = await playDays.toArray();
    const ids = [...new Set(rows.map(({ npTitleId }) => npTitleId))];
    const games = await playedGames.bulkGet(ids);
    const unread = (await playDays.count()) - rows.length;
    return {
      ...(unread > 0 && { unread }),
      playDays: rows,
      listDays: await playedListDays.toArray(),
      games: games.filter((game) => game !== undefined),
    };
  });
}

export async function readHundredEvents({
  trophyEvents,
}: LibraryDatabase): Promise<HundredEvent[]> {
  return (await trophyEvents.toArray()).flatMap(({ kind, npCommunicationId, seenAt }) =>
    kind === 'completed' || kind === 'lost-hundred' ? { kind, npCommunicationId, seenAt } : [],
  );
}

export function readNotToBeHad(library: LibraryDatabase): Promise<NotToBeHad> {
  const { playerItems, trophySets } = library;
  return library.transaction('r', [playerItems, trophySets], async () => {
    const items = await playerItemsOf(library, 'unobtainable');
    const ids = [...new Set(items.map((item) => item.npCommunicationId))];
    const rows = await trophySets.bulkGet(ids);
    return notToBeHadIn(
      items,
      rows.flatMap((row) => (row === undefined ? [] : unpacked(row))),
    );
  });
}
