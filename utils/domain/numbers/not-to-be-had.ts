import { knownItems, type StoredItem } from '../library/player-item';
import { noTrophies, type GradeCounts } from '../trophies/grades';
import type { TrophySet } from '../trophies/trophy-set';

/** By their sets the missing trophies that the player has marked as not to be had any more, counted by grade. */
export type NotToBeHad = ReadonlyMap<string, GradeCounts>;

export function notToBeHadIn(
  stored: readonly StoredItem[],
  sets: readonly TrophySet[],
): NotToBeHad {
  const marked = Map.groupBy(knownItems(stored), ({ npCommunicationId }) => npCommunicationId);
  return new Map(
    sets.map(({ npCommunicationId, trophies }) => {
      const ids = new Set(marked.get(npCommunicationId)?.map(({ trophyId }) => trophyId));
      const counts = noTrophies();
      for (const { trophyId, grade, earned } of trophies) {
        if (ids.has(trophyId) && earned !== true && grade !== null) counts[grade] += 1;
      }
      return [npCommunicationId, counts];
    }),
  );
}
