import type { LogFilter } from '@/utils/domain/numbers/log-filter';
import { LogScan } from '@/utils/domain/numbers/log-scan';
import type { LoggedTitle, WordMatches } from '@/utils/domain/numbers/matching-trophies';
import type { CivilColumns, TrophyLog } from '@/utils/domain/numbers/trophy-log';

/** The places of all trophies that fit, the newest first. */
export function matchingTrophies(
  log: TrophyLog,
  civil: CivilColumns,
  filter: LogFilter,
  titles: readonly LoggedTitle[],
  words: WordMatches | null = null,
): Uint32Array {
  return new LogScan(log, civil, { filter, titles, words }).toEnd().places;
}
