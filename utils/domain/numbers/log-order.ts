import type { Trophy } from '../trophies/trophy-set';

/** What a trophy's place in the log goes by. */
export interface Placed extends Pick<Trophy, 'trophyId' | 'grade' | 'earnedAt'> {
  npCommunicationId: string;
}

/**
 * The one order of what was earned, the oldest first: by the second, then by set, the platinum last, then by number.
 * What has no date comes before what has one: it takes the first numbers, and nobody sees them. The log shows the
 * reverse, so that a platinum stands above what it was earned with.
 */
export function inLogOrder(one: Placed, other: Placed): number {
  return (
    secondOf(one) - secondOf(other) ||
    inCodeUnits(one.npCommunicationId, other.npCommunicationId) ||
    Number(one.grade === 'platinum') - Number(other.grade === 'platinum') ||
    one.trophyId - other.trophyId
  );
}

/** As the database has its keys, whatever the reader's language. */
export function inCodeUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function secondOf({ earnedAt }: Placed): number {
  return earnedAt === null ? 0 : Math.floor(earnedAt / 1_000);
}
