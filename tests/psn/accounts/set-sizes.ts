import type { Counts } from '../formulas.ts';
import { noTrophies, totalOf } from '../formulas.ts';
import type { Random } from '../random.ts';
import { between } from '../random.ts';

/** Trophies of a base game, in the proportions of real sets: retail, small and easy, or without platinum. */
export function baseCounts(random: Random): Counts {
  const kind = random();
  if (kind < 0.05) return small(random);
  if (kind < 0.25) return easy(random);
  return {
    bronze: between(random, 15, 44),
    silver: between(random, 3, 10),
    gold: between(random, 1, 4),
    platinum: 1,
  };
}

function small(random: Random): Counts {
  return { bronze: between(random, 8, 12), silver: between(random, 2, 4), gold: 1, platinum: 0 };
}

function easy(random: Random): Counts {
  return {
    bronze: between(random, 0, 8),
    silver: between(random, 0, 6),
    gold: between(random, 6, 11),
    platinum: 1,
  };
}

export function addOnCounts(random: Random): Counts {
  return {
    bronze: between(random, 3, 9),
    silver: between(random, 0, 3),
    gold: between(random, 0, 1),
    platinum: 0,
  };
}

/** A base game of exactly `total` trophies. */
export function countsOfTotal(total: number, hasPlatinum: boolean): Counts {
  const platinum = hasPlatinum ? 1 : 0;
  const silver = Math.floor(total / 7);
  return { bronze: total - platinum - silver - 3, silver, gold: 3, platinum };
}

/** What a player holds who went `share` of the way: easy grades first, the platinum only at the end. */
export function earnedShare(defined: Counts, share: number): Counts {
  if (share >= 1) return { ...defined };
  if (share <= 0 || totalOf(defined) === 0) return noTrophies();
  const earned = {
    bronze: Math.floor(defined.bronze * share),
    silver: Math.floor(defined.silver * share * 0.8),
    gold: Math.floor(defined.gold * share * 0.5),
    platinum: 0,
  };
  if (totalOf(earned) > 0) return earned;
  return defined.bronze > 1 ? { ...earned, bronze: 1 } : { ...earned, gold: 1 };
}
