import { earningsOf, type SetEarnings } from '@/utils/domain/numbers/earnings';
import { logOf, type TrophyLog } from '@/utils/domain/numbers/trophy-log';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { aTrophy } from './trophies';

export const NOW = Date.UTC(2026, 10, 26, 12);

/** The id of a set by its number. */
export function setId(n: number): string {
  return `NPWR${String(n).padStart(5, '0')}_00`;
}

/** A trophy that was earned at an instant; null: nobody knows when. */
export function earnedAt(instant: number | string | null, said: Partial<Trophy> = {}): Trophy {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant;
  return aTrophy({ earned: true, earnedAt: at, ...said });
}

/** What was earned of a set, its trophies numbered from 0. */
export function earningsIn(n: number, trophies: readonly Trophy[]): SetEarnings {
  const numbered = trophies.map((trophy, trophyId) => ({ ...trophy, trophyId }));
  const set = { npCommunicationId: setId(n), groups: [], trophies: numbered };
  return earningsOf(set, NOW, true);
}

/** The log of sets, numbered from 1, with a trophy for each of these instants. */
export function aLog(...sets: readonly (readonly (number | string | null)[])[]): TrophyLog {
  return logOf(
    sets.map((instants, index) =>
      earningsIn(
        index + 1,
        instants.map((instant) => earnedAt(instant)),
      ),
    ),
  );
}
