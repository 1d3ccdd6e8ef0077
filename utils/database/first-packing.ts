import * as z from 'zod/mini';
import { GRADES } from '../domain/trophies/grades';
import type { Trophy } from '../domain/trophies/trophy-set';
import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import { storedCounter, storedEarned, storedGrade, unpackedRates } from './packed-trophy';

const instant = z.nullable(z.number());

/** A trophy as the first builds have stored it, with all of it its own. Nobody writes it any more. */
export const firstStoredTrophy = z.tuple([
  z.number(),
  z.nullable(z.string()),
  storedGrade,
  z.literal([0, 1]),
  z.string(),
  z.string(),
  z.nullable(z.string()),
  z.nullable(z.string()),
  storedCounter,
  storedEarned,
  instant,
  storedCounter,
  instant,
  z.array(z.number()),
]);
const readTrophy = readInPlace(firstStoredTrophy);

export function firstUnpackedTrophy(stored: unknown): Trophy | typeof UNREADABLE_PART {
  const row = readTrophy(stored);
  if (row === UNREADABLE_PART) return UNREADABLE_PART;
  return {
    trophyId: row[0],
    groupId: row[1],
    grade: row[2] === null ? null : GRADES[row[2]],
    hidden: row[3] === 1,
    name: row[4],
    detail: row[5],
    iconUrl: row[6],
    rewardName: row[7],
    target: row[8],
    earned: row[9] === null ? null : row[9] === 1,
    earnedAt: row[10],
    progress: row[11],
    progressedAt: row[12],
    rates: unpackedRates(row[13], 0),
  };
}
