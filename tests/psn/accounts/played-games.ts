import type { Random } from '../random.ts';
import { between, pick, randomFrom } from '../random.ts';
import type { AccountPlan } from './account-plan.ts';
import type { GameCategory, PlayedGame } from './played-game.ts';
import type { TrophySet } from './trophy-set.ts';

const DAY = 86_400_000;

/** Everything that a player has started on a PS4, PS5 or PC, derived from the trophy sets; PS3 and Vita leave no trace. */
export function inventPlayedGames(
  plan: AccountPlan,
  seed: string,
  sets: readonly TrophySet[],
  now: number,
): PlayedGame[] {
  if (plan.legacyOnly === true || sets.length === 0) return [];
  const random = randomFrom(`${seed}/games`);
  const games: PlayedGame[] = [];
  sets.forEach((set, index) => {
    if (!isOnCurrentConsole(set) || index % 17 === 12) return; // bought on a disc, never synced: no entry
    if (isInCollection(plan, index)) {
      games.at(-1)?.npCommunicationIds.push(set.npCommunicationId);
      return;
    }
    games.push(gameOf(set, index, plan, random, titleIdOf(plan, set, index)));
    if (isSharedByTwo(index)) games.push(otherEdition(set, index, plan, random));
  });
  return thinned([...games, ...withoutTrophies(plan, random, now)], plan.playedGames);
}

/** Only so many, from all over the list. */
function thinned(games: PlayedGame[], count = games.length): PlayedGame[] {
  const share = count / games.length;
  return games.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
}

function isOnCurrentConsole(set: TrophySet): boolean {
  return set.platform.includes('PS4') || set.platform.includes('PS5');
}

/** The second and third set of a collection, which one title starts. */
function isInCollection(plan: AccountPlan, index: number): boolean {
  return plan.titles > 10 && index > 0 && (index % 61 === 8 || index % 61 === 9);
}

/** A set that the PS4 and the PS5 edition share. */
function isSharedByTwo(index: number): boolean {
  return index % 31 === 2;
}

function titleIdOf(plan: AccountPlan, set: TrophySet, index: number): string {
  const kind = set.service === 'trophy2' ? 'PPSA' : 'CUSA';
  return `${kind}${String(plan.numbersFrom + index).padStart(5, '0')}_00`;
}

function categoryOf(set: TrophySet): GameCategory {
  if (set.platform === 'PS5,PSPC') return 'pspc_game';
  return set.service === 'trophy2' ? 'ps5_native_game' : 'ps4_game';
}

function gameOf(
  set: TrophySet,
  index: number,
  plan: AccountPlan,
  random: Random,
  npTitleId: string,
): PlayedGame {
  const hours = random() ** 3 * 260;
  return {
    npTitleId,
    name: set.name,
    category: index % 97 === 90 ? 'unknown' : categoryOf(set),
    service: serviceOf(plan, random),
    playCount: between(random, 1, 140),
    firstPlayedAt: set.startedAt - between(random, 60, 7200) * 1000 + between(random, 0, 999),
    lastPlayedAt: set.updatedAt + between(random, 0, 3500) * 1000 + between(random, 0, 999),
    duration: Math.max(8, Math.floor(hours * 3600)),
    npCommunicationIds: [set.npCommunicationId],
  };
}

function serviceOf(plan: AccountPlan, random: Random): PlayedGame['service'] {
  const chance = random();
  if (chance < 0.1) return 'other';
  if (chance < 0.12) return 'none_purchased';
  return plan.isPlus === true && chance < 0.45 ? 'ps_plus' : 'none(purchased)';
}

function otherEdition(
  set: TrophySet,
  index: number,
  plan: AccountPlan,
  random: Random,
): PlayedGame {
  const isPs5 = set.service === 'trophy2';
  const number = String(plan.numbersFrom + index).padStart(5, '0');
  const game = gameOf(set, index, plan, random, `${isPs5 ? 'CUSA' : 'PPSA'}${number}_00`);
  return {
    ...game,
    category: isPs5 ? 'ps4_game' : 'ps5_native_game',
    lastPlayedAt: game.lastPlayedAt - between(random, 1, 30) * DAY,
  };
}

const MEDIA_APPS = ['Cineloft', 'Streamwell', 'Popcorn Lane', 'Tunebarn'] as const;

/** Demos and betas without a trophy set, and the apps that stream films. */
function withoutTrophies(plan: AccountPlan, random: Random, now: number): PlayedGame[] {
  // Their numbers end where those of the apps begin.
  const count = Math.min(100, Math.max(2, Math.floor(plan.titles / 50)));
  const demos = Array.from({ length: count }, (_, index) =>
    extra(plan, random, now, 800 + index, `Open Beta: Project ${'ABCDEFGHIJ'[index % 10] ?? 'A'}`),
  );
  const apps = MEDIA_APPS.map((name, index) => ({
    ...extra(plan, random, now, 900 + index, name),
    category:
      index % 2 === 0 ? ('ps5_native_media_app' as const) : ('ps5_web_based_media_app' as const),
  }));
  return [...demos, ...apps];
}

function extra(
  plan: AccountPlan,
  random: Random,
  now: number,
  offset: number,
  name: string,
): PlayedGame {
  const lastPlayedAt = now - Math.floor(random() * 900 * DAY);
  return {
    npTitleId: `PPSA9${String((plan.numbersFrom + offset) % 10_000).padStart(4, '0')}_00`,
    name,
    category: pick(random, ['ps5_native_game', 'ps4_game']),
    service: 'none(purchased)',
    playCount: between(random, 1, 40),
    firstPlayedAt: lastPlayedAt - between(random, 1, 400) * DAY,
    lastPlayedAt,
    duration: between(random, 300, 200_000),
    npCommunicationIds: [],
  };
}
