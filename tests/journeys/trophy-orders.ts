import type { Account } from '../psn/accounts/account.ts';
import type { Trophy } from '../psn/accounts/trophies.ts';
import { GRADES } from '../psn/formulas.ts';

/** Those that come first, in their order; the others follow as Sony has them. */
type First = (trophies: readonly Trophy[]) => Trophy[];

const isMissing = ({ earnedAt }: Trophy): boolean => earnedAt === null;
const isCounted = ({ target }: Trophy): boolean => target !== null;
const shareOf = ({ progress, target }: Trophy): number => progress / (target ?? 1);

/** What each order of a game's trophies begins with, from the simulator's own account. */
const FIRST: Record<string, First> = {
  sony: () => [],
  easiest: (all) => all.filter(isMissing).toSorted((one, other) => other.rate - one.rate),
  counter: (all) => {
    const missing = all.filter(isMissing);
    const counted = missing.filter(isCounted);
    return [
      ...counted.toSorted((one, other) => shareOf(other) - shareOf(one)),
      ...missing.filter((trophy) => !isCounted(trophy)),
    ];
  },
  rarity: (all) => all.toSorted((one, other) => one.rate - other.rate),
  date: (all) =>
    all
      .filter((trophy) => !isMissing(trophy))
      .toSorted((one, other) => (other.earnedAt ?? 0) - (one.earnedAt ?? 0)),
  grade: (all) =>
    GRADES.toReversed().flatMap((grade) => all.filter((trophy) => trophy.grade === grade)),
};

/** The ids of a set's trophies in an order, group by group, by other code than the product's. */
export function trophyOrderOfAccount(account: Account, id: string, sort: string): number[] {
  const [set, first] = [account.setsById().get(id), FIRST[sort]];
  if (set === undefined || first === undefined) throw new Error(`no set ${id}, or order ${sort}`);
  const trophies = account.trophies(set).toSorted((one, other) => one.id - other.id);
  return set.groups.flatMap((group) => {
    const members = trophies.filter(({ groupId }) => groupId === group.id);
    return [...new Set([...first(members), ...members])].map((trophy) => trophy.id);
  });
}
