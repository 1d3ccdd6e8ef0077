import type { Random } from '../random.ts';
import { between, pick } from '../random.ts';

// prettier-ignore
const NAMES = [
  'First Light', 'Mind the Gap', 'Nothing Wasted', 'Against the Current', 'Paper Trail', 'Old Friends',
  'Steady Hands', 'Not a Scratch', 'Through the Fog', 'Night Shift', 'Bell Ringer', 'Long Way Down',
  'Two Birds', 'Homeward', 'Salt of the Earth', 'Lost and Found', 'Loose Change', 'Full House',
  'Weathered', 'Second Wind', 'Keeper of Keys', 'Under the Radar', 'Clockwork', 'On the House',
  'Deep Breath', 'Green Thumb', 'Bookworm', 'Chain Reaction', 'Fair Trade', 'High Tide',
  'Out of the Woods', 'No Stone Unturned', 'Speed Reader', 'Gentle Giant', 'Untouchable', 'Last Stand',
] as const;

// prettier-ignore
const DEEDS = [
  'Finish chapter %n.', 'Defeat %n enemies without being seen.', 'Find %n hidden letters.',
  'Open every chest in area %n.', 'Win %n races in a row.', 'Craft %n different items.',
  'Travel %n kilometres on foot.', 'Complete %n side stories.', 'Light %n beacons.',
  'Reach rank %n in the arena.', 'Catch %n kinds of fish.', 'Repair %n machines.',
  'Talk to %n strangers.', 'Finish the game on difficulty %n or above.', 'Parry %n blows in a row.',
] as const;

export interface TrophyWords {
  name: string;
  detail: string;
}

export function trophyWords(random: Random, id: number): TrophyWords {
  const number = between(random, 2, 50);
  const name = pick(random, NAMES);
  return {
    name: id > 0 && id % 9 === 0 ? `${name} ${number}` : name,
    detail: pick(random, DEEDS).replace('%n', String(number)),
  };
}

/** The platinum is named after its game, as games like to do. */
export function platinumWords(random: Random, game: string): TrophyWords {
  const pattern = pick(random, ['Master of %g', '%g Platinum', 'The End of %g', '%g, Complete']);
  const short = game.length > 80 ? game.slice(0, 80) : game;
  return { name: pattern.replace('%g', () => short), detail: 'Obtain all trophies.' };
}
