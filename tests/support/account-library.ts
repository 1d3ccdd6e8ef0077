import type { LibraryTitle } from '@/utils/domain/library/title';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { Accounts } from '../psn/accounts/accounts.ts';
import type { AccountName } from '../psn/accounts/account-plan.ts';
import { definedOf, earnedOf, titleProgressOf } from '../psn/accounts/trophy-set.ts';
import { aLibraryTitle } from './statuses.ts';
import { aTrophy } from './trophies';

/** A trophy that an account of the simulator has earned. */
export interface AccountTrophy {
  grade: 'bronze' | 'silver' | 'gold' | 'platinum';
  /** Milliseconds. */
  at: number;
  /** In tenths of a percent. */
  rate: number;
  set: string;
}

/** The library of an account of the simulator, as a sync stores it, and what the account itself has earned. */
export function accountLibrary(name: AccountName, now: number) {
  const account = new Accounts(1, now).named(name);
  const titles: LibraryTitle[] = [];
  const sets: TrophySet[] = [];
  const earned: AccountTrophy[] = [];
  for (const set of account.sets) {
    const { npCommunicationId } = set;
    const trophies = account.trophies(set);
    titles.push(
      aLibraryTitle({
        ...{ npCommunicationId, name: set.name, platforms: set.platform.split(',') },
        ...{ defined: definedOf(set), earned: earnedOf(set), progress: titleProgressOf(set) },
        ...{ hidden: set.hidden, lastUpdatedAt: set.updatedAt, groupCount: set.groups.length },
        ...{ choice: 'picked', fetched: { ...NOTHING_FETCHED, at: now } },
      }),
    );
    sets.push({
      npCommunicationId,
      groups: [],
      trophies: trophies.map(({ id, groupId, grade, rate, earnedAt, name: called, ...rest }) =>
        aTrophy({
          ...{ trophyId: id, groupId, grade, name: called, earnedAt, earned: earnedAt !== null },
          ...{ target: rest.target, progress: rest.target === null ? null : rest.progress },
          rates: [{ day: Math.floor(now / 86_400_000), rate: Math.round(10 * rate) }],
        }),
      ),
    });
    for (const { grade, earnedAt, rate } of trophies) {
      if (earnedAt === null) continue;
      earned.push({ grade, at: earnedAt, rate: Math.round(10 * rate), set: npCommunicationId });
    }
  }
  return { titles, sets, earned };
}
