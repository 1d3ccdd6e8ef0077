import type { Grade } from '../domain/trophies/grades';
import { BASE_GROUP, type Trophy, type TrophySet } from '../domain/trophies/trophy-set';
import { DAY } from '../domain/time-units';
import type { MadeUpGame, Reached } from './made-up-games';
import { SIGNS, trophyPicture } from './made-up-pictures';
import { between, type Chance } from './random';

// prettier-ignore
const NAMES = [
  'First Light', 'Mind the Gap', 'Nothing Wasted', 'Against the Current', 'Paper Trail', 'Old Friends',
  'Steady Hands', 'Not a Scratch', 'Through the Fog', 'Night Shift', 'Bell Ringer', 'Long Way Down',
  'Two Birds', 'Homeward', 'Salt of the Earth', 'Lost and Found', 'Loose Change', 'Full House',
  'Weathered', 'Second Wind', 'Lamp Keeper', 'Under the Radar', 'Clockwork', 'On the House',
  'Deep Breath', 'Green Thumb', 'Bookworm', 'Chain Reaction', 'Fair Trade', 'High Tide',
  'Out of the Woods', 'No Stone Unturned', 'Speed Reader', 'Gentle Giant', 'Untouchable', 'Last Stand',
];

/** What a number is put into; from the third on the trophy can count it. */
// prettier-ignore
const DEEDS = [
  'Finish chapter %.', 'Reach rank % in the arena.', 'Find % hidden letters.', 'Win % races in a row.',
  'Craft % different things.', 'Complete % side stories.', 'Light % beacons.', 'Catch % kinds of fish.',
  'Repair % machines.', 'Talk to % strangers.',
];

/** How rare a trophy of each grade is at the most and at the least, in tenths of a percent of players. */
const RATES: Record<Grade, [number, number]> = {
  bronze: [180, 920],
  silver: [70, 420],
  gold: [25, 210],
  platinum: [6, 90],
};

const SHARES: Record<Reached, number> = {
  all: 1,
  platinum: 1,
  close: 0.93,
  half: 0.55,
  begun: 0.16,
  nothing: 0,
};

/** When the made-up player has played it. */
interface Played {
  from: number;
  until: number;
}

/** The trophies of a game that is made up, in an order as Sony's. */
export function madeUpSet(
  npCommunicationId: string,
  game: MadeUpGame,
  played: Played,
  chance: Chance,
): TrophySet {
  const small = chance() < 0.2;
  const grades = gradesOf(small ? between(chance, 10, 15) : between(chance, 22, 48), !small);
  const isWhole = game.reached === 'all' || game.reached === 'platinum';
  // Who is close lacks three at the most, and who has begun has one.
  const share = SHARES[game.reached] * grades.length;
  const count = game.reached === 'close' ? grades.length - 2 - between(chance, 1, 2) : share;
  const trophies = grades.map((grade, trophyId) => {
    const isEarned =
      grade === 'platinum' ? isWhole : isWhole || trophyId <= Math.max(count, Math.min(share, 1));
    return trophyOf({ trophyId, groupId: BASE_GROUP, grade, isEarned, game, chance });
  });
  const addOn = game.addOn === null ? [] : gradesOf(between(chance, 5, 9), false);
  for (const grade of addOn) {
    const trophyId = trophies.length;
    const isEarned = game.reached === 'all' || (game.reached === 'platinum' && chance() < 0.4);
    trophies.push(trophyOf({ trophyId, groupId: '001', grade, isEarned, game, chance }));
  }
  const groups =
    game.addOn === null
      ? []
      : [
          { groupId: BASE_GROUP, name: game.name, iconUrl: null },
          { groupId: '001', name: game.addOn, iconUrl: null },
        ];
  return { npCommunicationId, groups, trophies: withDates(trophies, played, chance) };
}

/** The platinum first, as in Sony's lists, then mostly bronze. */
function gradesOf(count: number, hasPlatinum: boolean): Grade[] {
  const others = Array.from({ length: count - (hasPlatinum ? 1 : 0) }, (_, index): Grade => {
    if (index % 12 === 11) return 'gold';
    return index % 4 === 3 ? 'silver' : 'bronze';
  });
  return hasPlatinum ? ['platinum', ...others] : others;
}

interface Making {
  trophyId: number;
  groupId: string;
  grade: Grade;
  isEarned: boolean;
  game: MadeUpGame;
  chance: Chance;
}

function trophyOf({ trophyId, groupId, grade, isEarned, game, chance }: Making): Trophy {
  const deed = between(chance, 0, DEEDS.length - 1);
  const amount = between(chance, 2, 40);
  const counts = game.platform === 'PS5' && deed > 1 && grade !== 'platinum';
  const [rarest, commonest] = RATES[grade];
  // What comes late in a list is rarer, and so is what this player lacks.
  const share = isEarned ? chance() * 0.8 : 0.3 + (((trophyId * 7 + amount) % 20) / 20) * 0.7;
  const rate = Math.round(commonest - (commonest - rarest) * share);
  const isPlatinum = grade === 'platinum';
  return {
    ...{ trophyId, groupId, grade, rewardName: null, earnedAt: null, progressedAt: null },
    name: isPlatinum ? `The End of ${game.name}` : (NAMES[(trophyId * 7) % NAMES.length] ?? ''),
    detail: isPlatinum ? 'Earn all other trophies.' : fill(DEEDS[deed] ?? '', amount),
    hidden: !isPlatinum && trophyId % 11 === 5,
    iconUrl: trophyPicture(isPlatinum ? 0 : 1 + (trophyId % SIGNS), grade),
    earned: isEarned,
    target: counts ? amount : null,
    progress: counts && !isEarned ? Math.floor(amount * chance()) : null,
    rates: [{ day: 0, rate: Math.max(rarest, rate) }],
  };
}

function fill(deed: string, amount: number): string {
  return deed.replace('%', String(amount));
}

/** One after the other while it was played, the platinum last of those that it takes. */
function withDates(trophies: readonly Trophy[], { from, until }: Played, chance: Chance): Trophy[] {
  const earned = trophies.filter((trophy) => trophy.earned === true);
  const rank = ({ grade, trophyId, groupId }: Trophy): number =>
    (groupId === BASE_GROUP ? 0 : 2_000) + (grade === 'platinum' ? 1_000 : trophyId);
  const order = [...earned].sort((one, other) => rank(one) - rank(other));
  const step = (until - from) / Math.max(1, order.length);
  const day = Math.floor(until / DAY);
  return trophies.map((trophy) => {
    const at = order.indexOf(trophy);
    const earnedAt = at < 0 ? null : Math.round(from + step * (at + 0.2 + 0.8 * chance()));
    return { ...trophy, earnedAt, rates: trophy.rates.map(({ rate }) => ({ day, rate })) };
  });
}
