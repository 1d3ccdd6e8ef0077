import type { Grade } from '../formulas.ts';
import type { Random } from '../random.ts';
import { between, randomFrom } from '../random.ts';
import { spreadEarnedDates } from './earned-dates.ts';
import { platinumWords, trophyWords } from './trophy-names.ts';
import type { TrophyGroup, TrophySet } from './trophy-set.ts';

export interface Trophy {
  id: number;
  groupId: string;
  grade: Grade;
  hidden: boolean;
  name: string;
  detail: string;
  /** Per cent of players who have it, one decimal. */
  rate: number;
  /** Milliseconds, or null while not earned. */
  earnedAt: number | null;
  /** Only in the `trophy2` service, and only for trophies that count something. */
  target: number | null;
  progress: number;
  progressedAt: number | null;
  reward: string | null;
}

/** The trophies of a set, the same at every call: ids from 0, the platinum first, add-ons at the end. */
export function trophiesOf(set: TrophySet): Trophy[] {
  const random = randomFrom(`${set.seed}/trophies`);
  const trophies: Trophy[] = [];
  for (const group of set.groups) {
    const added = gradesIn(group, random).map((grade, index) =>
      inventTrophy(set, group, grade, trophies.length + index, random),
    );
    markEarned(group, added, set);
    trophies.push(...added);
  }
  spreadEarnedDates(trophies, set, random);
  return trophies;
}

/** Rarity buckets as in recorded answers: 0 below 5 %, 1 below 15 %, 2 below 50 %, 3 above. */
export function rarityOf(rate: number): number {
  if (rate < 5) return 0;
  if (rate < 15) return 1;
  return rate < 50 ? 2 : 3;
}

function gradesIn(group: TrophyGroup, random: Random): Grade[] {
  const { bronze, silver, gold, platinum } = group.defined;
  const grades: Grade[] = [
    ...Array<Grade>(bronze).fill('bronze'),
    ...Array<Grade>(silver).fill('silver'),
    ...Array<Grade>(gold).fill('gold'),
  ];
  for (let index = grades.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const moved = grades[index] ?? 'bronze';
    grades[index] = grades[other] ?? 'bronze';
    grades[other] = moved;
  }
  return platinum > 0 ? ['platinum', ...grades] : grades;
}

const COMMONNESS: Record<Grade, number> = { bronze: 92, silver: 55, gold: 30, platinum: 14 };

function inventTrophy(
  set: TrophySet,
  group: TrophyGroup,
  grade: Grade,
  id: number,
  random: Random,
): Trophy {
  const words = grade === 'platinum' ? platinumWords(random, set.name) : trophyWords(random, id);
  const rate = COMMONNESS[grade] * random() ** (0.4 + set.difficulty * 2);
  const counts = set.service === 'trophy2' && grade !== 'platinum' && random() < 0.2;
  const isReward = set.service === 'trophy2' && random() < 0.02;
  return {
    id,
    groupId: group.id,
    grade,
    hidden: grade !== 'platinum' && random() < 0.15,
    ...words,
    rate: Math.max(0.1, Math.round(rate * 10) / 10),
    earnedAt: null,
    target: counts ? between(random, 2, 50) : null,
    progress: 0,
    progressedAt: null,
    reward: isReward ? 'Lantern Emote' : null,
  };
}

/** The group says how many of each grade are earned; the commonest ones are. */
function markEarned(group: TrophyGroup, trophies: Trophy[], set: TrophySet): void {
  const left = { ...group.earned };
  for (const trophy of [...trophies].sort((one, other) => other.rate - one.rate)) {
    if (left[trophy.grade] > 0) {
      left[trophy.grade]--;
      trophy.earnedAt = set.updatedAt;
    }
  }
}
