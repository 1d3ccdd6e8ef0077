import { packed, type PackedSet } from '@/utils/database/packed-set';
import { earningsOf, type SetEarnings } from '@/utils/domain/numbers/earnings';
import { DAY } from '@/utils/domain/time-units';
import type { Trophy as DomainTrophy } from '@/utils/domain/trophies/trophy-set';
import { Accounts } from '../../psn/accounts/accounts.ts';
import type { AccountName } from '../../psn/accounts/account-plan.ts';
import type { Trophy } from '../../psn/accounts/trophies.ts';

/** What a library has of some sets once their trophies are fetched, as it lies there. */
export interface PackedRows {
  sets: PackedSet[];
  earnings: SetEarnings[];
}

/** All trophies of these sets of an account, some at a time: to have them fetched would take a day. */
export function* packedAccount(
  name: AccountName,
  { seed, now, atOnce, only }: { seed: number; now: number; atOnce: number; only?: string[] },
): Generator<PackedRows> {
  const account = new Accounts(seed, now).named(name);
  const ids = [...account.setsById()].filter(([id]) => only?.includes(id) ?? true);
  for (let at = 0; at < ids.length; at += atOnce) {
    const sets = ids.slice(at, at + atOnce).map(([npCommunicationId, set]) => ({
      ...{ npCommunicationId, groups: [] },
      trophies: account.trophies(set).map((trophy) => fetched(trophy, now)),
    }));
    yield { sets: sets.map(packed), earnings: sets.map((set) => earningsOf(set, now, true)) };
  }
}

function fetched(trophy: Trophy, now: number): DomainTrophy {
  const { id, groupId, grade, hidden, name, detail, rate, earnedAt } = trophy;
  const tenths = Math.round(rate * 10);
  return {
    ...{ trophyId: id, groupId, grade, hidden, name, detail, rewardName: trophy.reward },
    iconUrl: `https://image.api.playstation.com/trophy/np/${String(id)}_00${grade}/${name.length}.PNG`,
    ...{ earned: earnedAt !== null, earnedAt },
    ...{ target: trophy.target, progress: trophy.progress, progressedAt: trophy.progressedAt },
    rates: [{ day: Math.floor(now / DAY), rate: tenths }],
  };
}
