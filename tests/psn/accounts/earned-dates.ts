import type { Random } from '../random.ts';
import { between } from '../random.ts';
import type { Trophy } from './trophies.ts';
import type { TrophySet } from './trophy-set.ts';

/**
 * Gives every earned trophy its moment: the base game first, its platinum right after the last of it, then
 * the add-ons; the last one is the set's own last update. Counting trophies get some progress.
 */
export function spreadEarnedDates(trophies: Trophy[], set: TrophySet, random: Random): void {
  const earned = inOrderOfEarning(trophies.filter((trophy) => trophy.earnedAt !== null));
  const moments = earned.map(() => random()).sort((one, other) => one - other);
  const span = set.updatedAt - set.startedAt;
  earned.forEach((trophy, index) => {
    const isLast = index === earned.length - 1;
    const moment = isLast ? 1 : (moments[index] ?? 1);
    trophy.earnedAt = wholeSecond(set.startedAt + span * moment);
  });
  for (const trophy of trophies) addProgress(trophy, set, random);
}

function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

function inOrderOfEarning(earned: Trophy[]): Trophy[] {
  const stage = (trophy: Trophy): number => {
    if (trophy.grade === 'platinum') return 0.5;
    return trophy.groupId === 'default' ? 0 : Number(trophy.groupId);
  };
  return [...earned].sort((one, other) => stage(one) - stage(other) || other.rate - one.rate);
}

function addProgress(trophy: Trophy, set: TrophySet, random: Random): void {
  const isUntouched = random() < 0.3;
  const part = random();
  if (trophy.target === null || trophy.earnedAt !== null) return;
  trophy.progress = isUntouched ? 0 : between(() => part, 1, trophy.target - 1);
  if (trophy.progress > 0) trophy.progressedAt = set.updatedAt;
}
