import type { Player, TrophySummary } from '../domain/connection/player';
import { DAY } from '../domain/time-units';
import {
  NOTHING_FETCHED,
  playedFacts,
  type LibraryTitle,
  type PlayedGame,
} from '../domain/library/title';
import { definitionsKey, earnedKey } from '../domain/sync/answer-keys';
import { aNewRun, type SyncRun } from '../domain/sync/sync-run';
import {
  type GradeCounts,
  definedOf,
  earnedOf,
  noTrophies,
  pointsOf,
  progressOf,
} from '../domain/trophies/grades';
import { levelAt } from '../domain/trophies/trophy-level';
import { packedOpen } from '../domain/trophies/open-trophies';
import { tallyOf, type TrophySet } from '../domain/trophies/trophy-set';
import { MADE_UP_GAMES, type MadeUpGame } from './made-up-games';
import { coverOf } from './made-up-pictures';
import { madeUpSet } from './made-up-trophies';
import { between, chanceOf, type Chance } from './random';

/** What the background stores of a library that is made up, to look around in. */
export interface MadeUpLibrary {
  player: Player;
  summary: TrophySummary;
  titles: LibraryTitle[];
  sets: TrophySet[];
  playedGames: MadeUpPlay[];
  run: SyncRun;
}

/** What was played, with the set that it belongs to; an app has none. */
export interface MadeUpPlay {
  game: PlayedGame;
  npCommunicationId: string | null;
}

interface MadeUpTitle {
  title: LibraryTitle;
  set: TrophySet;
  playedGame: MadeUpPlay | null;
}

/** What was played and is no game. */
const APPS = ['Reel and Reverie', 'Paper Radio'];

/** Nobody has earned any of it, and none of it comes from Sony. */
export function madeUpLibrary(accountId: string, now: number): MadeUpLibrary {
  const made = MADE_UP_GAMES.map((game, index) => madeUpTitle(game, index, now));
  const apps = APPS.map((name, index) => ({
    game: aPlayed(`MADE-APP-${String(index)}`, name, 'ps5_web_based_media_app', now - index * DAY),
    npCommunicationId: null,
  }));
  const earned = earnedIn(made);
  return {
    player: { accountId, onlineId: 'Made_Up_Player', avatarUrl: null, isPlus: false },
    summary: { ...levelAt(pointsOf(earned)), earned },
    titles: made.map(({ title }) => title),
    sets: made.map(({ set }) => set),
    playedGames: [...made.flatMap(({ playedGame }) => playedGame ?? []), ...apps],
    run: {
      ...aNewRun(now - 60_000, 'daily', true),
      ...{ finishedAt: now, outcome: 'complete', newTitleCount: made.length },
      newTrophies: earned,
    },
  };
}

function madeUpTitle(game: MadeUpGame, index: number, now: number): MadeUpTitle {
  const chance = chanceOf(7_919 * (index + 1));
  const npCommunicationId = `MADE-${String(index + 1).padStart(2, '0')}`;
  // The first a few hours ago, the last years ago.
  const until = Math.floor(now - 3 * 3_600_000 - DAY * (1.13 ** index - 1) * 1.6);
  const from = until - DAY * between(chance, 4, 60);
  const made = madeUpSet(npCommunicationId, game, { from, until }, chance);
  const groups = made.groups.map((group) => ({ ...group, iconUrl: coverOf(index) }));
  const set = { ...made, groups };
  const played = hasPlaytime(game) ? playedGame(game, index, { from, until, chance }) : null;
  return {
    title: titleOf({ npCommunicationId, game, index, until, set, played }),
    set,
    playedGame: played && { game: played, npCommunicationId },
  };
}

interface TitleFacts {
  npCommunicationId: string;
  game: MadeUpGame;
  index: number;
  until: number;
  set: TrophySet;
  played: PlayedGame | null;
}

function titleOf({ npCommunicationId, game, index, until, set, played }: TitleFacts): LibraryTitle {
  const { trophies } = set;
  const [defined, earned] = [definedOf(trophies), earnedOf(trophies)];
  const said = {
    npCommunicationId,
    npServiceName: game.platform === 'PS5' ? 'trophy2' : 'trophy',
    name: game.name,
    language: 'en',
    platforms: [game.platform],
    iconUrl: coverOf(index),
    trophySetVersion: '01.00',
    groupCount: Math.max(1, set.groups.length),
    ...{ defined, earned, progress: progressOf(earned, defined), hidden: false },
    lastUpdatedAt: until,
  };
  const title: LibraryTitle = {
    ...said,
    ...playedFacts(said, played === null ? [] : [played]),
    // What was left long ago is not picked, so that there is something to pick.
    choice: index > 52 || game.reached === 'nothing' ? 'unpicked' : 'picked',
    absence: index === 38 ? { missedAt: until, isSure: true } : null,
    fetched: NOTHING_FETCHED,
    tally: tallyOf(set, trophies.length, true),
    open: packedOpen(set),
  };
  return { ...title, fetched: fetchedOf(title, until) };
}

/** All that Sony would have been asked for is there. */
function fetchedOf(title: LibraryTitle, at: number): LibraryTitle['fetched'] {
  const definitions = definitionsKey(title);
  return {
    ...NOTHING_FETCHED,
    ...{ definitions, groups: definitions, earned: earnedKey(title), at },
    ...{ definitionsAt: at, groupsAt: at, language: title.language },
  };
}

/** Sony keeps no playtimes of older consoles. */
function hasPlaytime({ platform }: MadeUpGame): boolean {
  return platform === 'PS5' || platform === 'PS4';
}

interface Play {
  from: number;
  until: number;
  chance: Chance;
}

function playedGame({ name, platform }: MadeUpGame, index: number, play: Play): PlayedGame {
  const category = platform === 'PS5' ? 'ps5_native_game' : 'ps4_game';
  return {
    ...aPlayed(`MADE-PLAYED-${String(index + 1)}`, name, category, play.until),
    firstPlayedAt: play.from,
    playSeconds: between(play.chance, 2_000, 260_000),
    playCount: between(play.chance, 3, 80),
    service: index % 6 === 4 ? 'ps_plus' : 'none(purchased)',
  };
}

function aPlayed(npTitleId: string, name: string, category: string, at: number): PlayedGame {
  return {
    ...{ npTitleId, name, category, lastPlayedAt: at, firstPlayedAt: at - 90 * DAY },
    ...{ playSeconds: 40_000, playCount: 12, service: null, hasGenres: category.endsWith('_game') },
    conceptId: null,
  };
}

function earnedIn(made: readonly MadeUpTitle[]): GradeCounts {
  const earned = noTrophies();
  for (const { set } of made) {
    for (const { grade, earned: isEarned } of set.trophies) {
      if (grade !== null && isEarned === true) earned[grade] += 1;
    }
  }
  return earned;
}
