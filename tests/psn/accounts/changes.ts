import type { Account } from './account.ts';
import { addOnName } from './game-names.ts';
import { randomFrom } from '../random.ts';
import type { Trophy } from './trophies.ts';
import { trophiesOf } from './trophies.ts';
import type { TrophySet } from './trophy-set.ts';

/** The set, or a sentence that says what there is instead. */
export function setOf(account: Account, npCommunicationId: string): TrophySet {
  const set = account.setsById().get(npCommunicationId);
  if (set === undefined) {
    throw new Error(`"${account.name}" has no trophy set ${npCommunicationId}`);
  }
  return set;
}

function earn(set: TrophySet, trophy: Trophy, now: number): void {
  const group = set.groups.find(({ id }) => id === trophy.groupId);
  if (group === undefined || trophy.earnedAt !== null) return;
  trophy.earnedAt = now;
  group.earned[trophy.grade]++;
  set.updatedAt = now;
}

/** The player earns one trophy now; and the platinum with the last trophy of the base game. */
export function earnTrophy(account: Account, set: TrophySet, trophyId: number, now: number): void {
  const trophies = account.trophiesToChange(set);
  const trophy = trophies.find(({ id }) => id === trophyId);
  if (trophy === undefined) {
    throw new Error(`${set.npCommunicationId} has no trophy ${trophyId}`);
  }
  earn(set, trophy, now);
  for (const game of account.gamesById().values()) {
    if (game.npCommunicationIds[0] === set.npCommunicationId) game.lastPlayedAt = now;
  }
  const base = trophies.filter(({ groupId }) => groupId === 'default');
  const left = base.filter(({ earnedAt }) => earnedAt === null);
  if (left.length === 1 && left[0]?.grade === 'platinum') earn(set, left[0], now);
}

/** The first trophy that is still to earn, if there is one. */
export function earnOne(account: Account, set: TrophySet, now: number): void {
  const next = account
    .trophies(set)
    .find(({ earnedAt, grade }) => earnedAt === null && grade !== 'platinum');
  if (next !== undefined) earnTrophy(account, set, next.id, now);
}

/** An add-on comes out: a new group and version, lower progress, and the date stays what it was. */
export function addDlc(account: Account, set: TrophySet): void {
  const trophies = account.trophiesToChange(set);
  const id = String(set.groups.length).padStart(3, '0');
  const group = {
    id,
    name: addOnName(randomFrom(`${set.seed}/${id}`)),
    defined: { bronze: 6, silver: 2, gold: 1, platinum: 0 },
    earned: { bronze: 0, silver: 0, gold: 0, platinum: 0 },
  };
  const alone: TrophySet = { ...set, seed: `${set.seed}/${id}`, groups: [group] };
  const firstId = trophies.length;
  set.groups.push(group);
  set.version = `01.${String(set.groups.length - 1).padStart(2, '0')}`;
  trophies.push(...trophiesOf(alone).map((trophy) => ({ ...trophy, id: firstId + trophy.id })));
}
