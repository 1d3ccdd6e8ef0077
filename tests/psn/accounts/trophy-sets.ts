import { totalOf } from '../formulas.ts';
import type { Random } from '../random.ts';
import { between, randomFrom } from '../random.ts';
import type { AccountPlan } from './account-plan.ts';
import { addOnName, newName } from './game-names.ts';
import { choosePlatform, PLATFORM_STRINGS, serviceOf } from './platforms.ts';
import { addOnCounts, baseCounts, countsOfTotal, earnedShare } from './set-sizes.ts';
import type { TrophyGroup, TrophySet } from './trophy-set.ts';
import { MILD_UNUSUAL_NAMES, UNUSUAL_NAMES } from './unusual-names.ts';

const DAY = 86_400_000;
const TEN_YEARS = 3650 * DAY;
/** PS5 sets are younger than this. */
const PS5_YEARS = 6 * 365 * DAY;

/** Every trophy set of one player, newest first, the last activity an hour or two before `now`. */
export function inventSets(plan: AccountPlan, seed: string, now: number): TrophySet[] {
  const random = randomFrom(`${seed}/sets`);
  const names = new Names(plan, random);
  const sets: TrophySet[] = [];
  for (let index = 0; index < plan.titles; index++) {
    sets.push(inventSet(plan, seed, index, now, names, sets[index - 1]));
  }
  return sets;
}

function inventSet(
  plan: AccountPlan,
  seed: string,
  index: number,
  now: number,
  names: Names,
  previous: TrophySet | undefined,
): TrophySet {
  const number = String(plan.numbersFrom + index).padStart(5, '0');
  const random = randomFrom(`${seed}/${number}`);
  const age = ageOf(plan, index, random);
  const platform = platformOf(plan, index, age, random);
  const groups = inventGroups(plan, index, random, names.next(index, platform, previous));
  const updatedAt = wholeSecond(now - age);
  return {
    npCommunicationId: `NPWR${number}_00`,
    service: serviceOf(platform),
    platform,
    name: groups[0]?.name ?? '',
    seed: `${seed}/${number}`,
    version: `01.0${groups.length - 1}`,
    groups,
    hidden: plan.titles > 20 && index % 151 === 17,
    startedAt: wholeSecond(updatedAt - between(random, 1, 120) * DAY * random() - 3_600_000),
    updatedAt,
    difficulty: random(),
  };
}

/** Ten years of playing, denser towards today; the newest is an hour or two old. */
function ageOf(plan: AccountPlan, index: number, random: Random): number {
  const share = (index + random() * 0.9) / Math.max(plan.titles, 10);
  return Math.max((1 + random()) * 3_600_000, TEN_YEARS * share ** 1.5);
}

function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

function platformOf(plan: AccountPlan, index: number, age: number, random: Random): string {
  if (plan.legacyOnly === true) return choosePlatform(random, 'legacy');
  const rare = PLATFORM_STRINGS[Math.floor(index / 7)];
  if (index % 7 === 5 && rare !== undefined && !(rare.startsWith('PS5') && age > PS5_YEARS)) {
    return rare;
  }
  return choosePlatform(random, age < PS5_YEARS ? 'recent' : 'old');
}

function inventGroups(
  plan: AccountPlan,
  index: number,
  random: Random,
  name: string,
): TrophyGroup[] {
  const share = shareOf(plan, index, random);
  const addOns = index === 4 ? 5 : random() < 0.15 ? between(random, 1, 3) : 0;
  const defined = plan.evenSizes === true ? evenBase(index, addOns) : baseCounts(random);
  const groups: TrophyGroup[] = [
    { id: 'default', name, defined, earned: earnedShare(defined, share) },
  ];
  for (let number = 1; number <= addOns; number++) {
    const counts =
      plan.evenSizes === true ? countsOfTotal(ADD_ON_SIZE, false) : addOnCounts(random);
    const part = share < 0.3 || random() > plan.finishes ? 0 : random() < 0.6 ? 1 : random();
    groups.push({
      id: String(number).padStart(3, '0'),
      name: addOnName(random),
      defined: counts,
      earned: earnedShare(counts, part),
    });
  }
  return groups;
}

const ADD_ON_SIZE = 4;

/** Neighbours differ from 50 by the same number up and down, so that all sets together average 50. */
function evenBase(index: number, addOns: number): TrophyGroup['defined'] {
  const difference = (Math.floor(index / 2) * 7) % 24;
  const total = index % 2 === 0 ? 50 + difference : 50 - difference;
  return countsOfTotal(total - addOns * ADD_ON_SIZE, index % 19 !== 3);
}

/** How far the player got: nothing, everything, or something between. */
function shareOf(plan: AccountPlan, index: number, random: Random): number {
  if (index % 29 === 8) return 0;
  if (random() < plan.finishes) return 1;
  return 0.05 + random() * 0.9;
}

/** Hands out names: unusual ones here and there, and now and then the same as the edition before. */
class Names {
  readonly #taken = new Set<string>();
  readonly #unusual: readonly string[];
  readonly #random: Random;

  constructor(plan: AccountPlan, random: Random) {
    this.#random = random;
    this.#unusual = { all: UNUSUAL_NAMES, few: MILD_UNUSUAL_NAMES, none: [] }[plan.unusual];
  }

  next(index: number, platform: string, previous: TrophySet | undefined): string {
    const fresh = newName(this.#random, this.#taken);
    const unusual = index % 9 === 3 ? this.#unusual[Math.floor(index / 9)] : undefined;
    if (unusual !== undefined) return unusual;
    const isEdition = index % 23 === 10 && previous !== undefined && previous.platform !== platform;
    return isEdition ? previous.name : fresh;
  }
}

/** How many trophies all these sets define together. */
export function trophyCountOf(sets: readonly TrophySet[]): number {
  return sets.reduce(
    (sum, set) => sum + set.groups.reduce((inner, group) => inner + totalOf(group.defined), 0),
    0,
  );
}
