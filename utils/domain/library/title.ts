import type { Unobtainable } from './game-marks';
import type { GameStatus } from './game-status';
import { isKnown } from './instant';
import type { Refusal } from '../sync/refusal';
import type { Reported } from '../sync/sync-run';
import { withSaidBefore } from './said-before';
import type { PartialCounts } from '../trophies/grades';
import type { ShortAnswers } from '../trophies/short-answer';
import type { TrophyTally } from '../trophies/trophy-set';

/** `trophy`: PS3, PS4 and Vita sets. `trophy2`: PS5 and PC sets. Sony wants it back in later calls, whatever it is; empty where it did not say. */
export type NpServiceName = string;

/** One trophy set of the account, as Sony's titles list has it. Instants are milliseconds since 1970, UTC. */
export interface Title {
  /** For example `NPWR13736_00`. */
  npCommunicationId: string;
  npServiceName: NpServiceName;
  name: string;
  /** In which name and icon are: the languages that Sony was asked for. Empty where that is not known. */
  language: string;
  /** Sony's words in Sony's order, for example `['PS5', 'PSPC']` or `['PSVITA', 'PS4']`. */
  platforms: string[];
  iconUrl: string | null;
  trophySetVersion: string;
  /** Null where there are add-ons, and Sony did not say how many. */
  groupCount: number | null;
  /** Null where Sony's count cannot be read. */
  defined: PartialCounts;
  earned: PartialCounts;
  /** Whole percent, Sony's own, platinum not counted. Null where it cannot be read. */
  progress: number | null;
  hidden: boolean;
  /** Below zero where it is not known (`instant.ts`). */
  lastUpdatedAt: number;
}

/** What Sony counts of a title. */
export type TitleCounts = Pick<Title, 'defined' | 'earned' | 'progress'>;

/** A title as a row says it: null where Sony does not say. */
export interface SaidTitle extends Omit<Title, 'hidden' | 'groupCount'> {
  hidden: boolean | null;
  /** Null where there are add-ons, and it does not say how many. */
  groupCount: number | null | 'unsaid';
}

/** A title as Sony has said it so far: what a row leaves out stays. One without a name goes by its id. */
export function withKnownTitle(row: SaidTitle, before: Title | undefined): Title {
  const isNameless = row.name === row.npCommunicationId && before !== undefined;
  const named = isNameless ? { ...row, name: before.name, language: before.language } : row;
  const known = withSaidBefore<SaidTitle>(named, before, [
    'npServiceName',
    'platforms',
    'iconUrl',
    'trophySetVersion',
    'hidden',
  ]);
  return {
    ...known,
    hidden: known.hidden ?? false,
    groupCount: groupCountOf(row, before),
    lastUpdatedAt: knownInstant(row.lastUpdatedAt, before?.lastUpdatedAt),
  };
}

/** Add-ons that Sony does not count now are as many as it counted last; where it says nothing of any, there are none. */
function groupCountOf({ groupCount }: SaidTitle, before: Title | undefined): number | null {
  if (groupCount === 'unsaid') return before === undefined ? 1 : before.groupCount;
  return groupCount ?? (before !== undefined && hasGroups(before) ? before.groupCount : null);
}

/** One game of the played list (PS4 and newer). */
export interface PlayedGame {
  /** For example `CUSA12345_00` or `PPSA12345_00`. */
  npTitleId: string;
  name: string;
  /** Sony's word, for example `ps5_native_game` or `ps5_web_based_media_app`; empty where it has not said. */
  category: string;
  firstPlayedAt: number | null;
  /** Below zero where it is not known (`instant.ts`). */
  lastPlayedAt: number;
  /** Null where Sony did not say, or nothing that can be read. */
  playSeconds: number | null;
  /** How often it was started; null where Sony did not say. */
  playCount: number | null;
  /** How the player comes by it: `none(purchased)`, `ps_plus` or `other` (disc); null where Sony does not say. */
  service: string | null;
  /** Whether Sony names a genre; null where it does not say. */
  hasGenres: boolean | null;
  /** Sony's id of the game, whatever its edition; null where it does not say. */
  conceptId: number | null;
}

/** A played game as Sony has said it so far: what was an app is no game because of a word that is missing. */
export function withKnownGame(row: PlayedGame, before: PlayedGame | undefined): PlayedGame {
  const known = withSaidBefore(row, before, [
    'name',
    'category',
    'service',
    'hasGenres',
    'conceptId',
    'firstPlayedAt',
    'playSeconds',
    'playCount',
  ]);
  return { ...known, lastPlayedAt: knownInstant(row.lastPlayedAt, before?.lastPlayedAt) };
}

function knownInstant(said: number, before: number | undefined): number {
  return isKnown(said) ? said : (before ?? said);
}

/** Where a title's last played instant comes from. */
export type LastPlayedSource = 'played-list' | 'trophy-list';

/** What a title has from the played list. */
export interface PlayedFacts {
  /** Below zero where it is not known (`instant.ts`). */
  lastPlayedAt: number;
  lastPlayedSource: LastPlayedSource;
  /** Null where it is not known. Sony keeps none for PS3, Vita, and sets without a played game. */
  playSeconds: number | null;
  /** Of one edition at least it is not known: the title was played for longer than `playSeconds`. */
  isPlaytimePartial: boolean;
  /** It came with PS Plus, and is playable as long as that lasts; null where Sony does not say. */
  isPlus: boolean | null;
}

/** Whether a title's trophies are fetched. `never` also keeps it from being picked by a rule. */
export const CHOICES = ['picked', 'unpicked', 'never'] as const;
export type Choice = (typeof CHOICES)[number];

/** Sony's answers that come without a name, a grade or a picture here and there. */
export const TEXT_ANSWERS = ['definitions', 'groups'] as const;
export type TextAnswer = (typeof TEXT_ANSWERS)[number];

/**
 * Which of Sony's answers about a title's trophies are stored: for each, the state of the title that it was asked
 * for (`sync-plan.ts`), or null. An answer is asked for again when the title's state is another one.
 */
export interface FetchedAnswers {
  definitions: string | null;
  groups: string | null;
  earned: string | null;
  /** When the earned trophies, and with them the rarity, were fetched last. */
  at: number | null;
  /** Up to when Sony's list is known to have agreed with them, where it does not any more. */
  agreedUntil: number | null;
  /** When the definitions were, and in which language; and when the names of its groups were. */
  definitionsAt: number | null;
  language: string;
  groupsAt: number | null;
  /** Those of them that lack something. */
  incomplete: TextAnswer[];
  /** Its trophies were asked for in vain last, or could not be read. */
  refusal: Refusal | null;
  /** The names of its groups were. */
  groupsRefusal: Refusal | null;
  /** Those of them that had fewer trophies than Sony counts. */
  short?: ShortAnswers;
}

/** A title that Sony's list no longer has. Milliseconds since 1970. */
export interface Absence {
  /** The first complete list without it. */
  missedAt: number;
  /** Another complete list agreed: it is gone from PSN, and kept here. */
  isSure: boolean;
}

/** A title as the library has it: Sony's row, what the played list says, what was picked and what was fetched. */
export interface LibraryTitle extends Title, PlayedFacts {
  choice: Choice;
  /** What the player does with it; not there where they have not said. */
  status?: GameStatus;
  /** The player does not want to see it; Sony's `hidden` is another thing. */
  hide?: boolean;
  /** How far its trophies are not to be had any more; not there where the player has marked none. */
  unobtainable?: Unobtainable;
  /** The player's own words for it. */
  tags?: string[];
  absence: Absence | null;
  fetched: FetchedAnswers;
  /** Null until it is known of any of its trophies whether it is earned. */
  tally: TrophyTally | null;
  /** Some of its trophies that are missing, the best to go on with (`open-trophies.ts`); not there until it is known. */
  open?: string;
  /** The counts as Sony said them last, where it does not say one of them now. */
  lastKnown?: TitleCounts;
  /** By the last sync that had something to say of it. */
  reported?: Reported;
  /** When a sync saw last that the set was another one than the player had done the base game of. */
  revisedAt?: number;
}

export const NOTHING_FETCHED: FetchedAnswers = {
  definitions: null,
  groups: null,
  earned: null,
  at: null,
  agreedUntil: null,
  definitionsAt: null,
  language: '',
  groupsAt: null,
  incomplete: [],
  refusal: null,
  groupsRefusal: null,
};

/** True where PSN does not have the title any more. */
export function isGone({ absence }: { absence: Absence | null }): boolean {
  return absence?.isSure === true;
}

/** True where the set has more groups than its base game. */
export function hasGroups({ groupCount }: Pick<Title, 'groupCount'>): boolean {
  return groupCount === null || groupCount > 1;
}

/**
 * What the played list says of a title.
 * One set can belong to several played games (cross-generation editions): the latest play counts, playtimes add up,
 * and a sum that lacks one is marked as such.
 */
export function playedFacts(title: Title, played: readonly PlayedGame[]): PlayedFacts {
  if (played.length === 0) {
    return {
      lastPlayedAt: title.lastUpdatedAt,
      lastPlayedSource: 'trophy-list',
      playSeconds: null,
      isPlaytimePartial: false,
      isPlus: null,
    };
  }
  const lastPlayedAt = Math.max(...played.map((game) => game.lastPlayedAt));
  const known = played.flatMap(({ playSeconds }) => playSeconds ?? []);
  return {
    ...(isKnown(lastPlayedAt)
      ? { lastPlayedAt, lastPlayedSource: 'played-list' }
      : { lastPlayedAt: title.lastUpdatedAt, lastPlayedSource: 'trophy-list' }),
    playSeconds: known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0),
    isPlaytimePartial: known.length > 0 && known.length < played.length,
    isPlus: isPlusOf(played),
  };
}

/** Whoever comes by one edition in another way has the game. */
function isPlusOf(played: readonly PlayedGame[]): boolean | null {
  const others = played.filter(({ service }) => service !== 'ps_plus');
  if (others.some(({ service }) => service !== null)) return false;
  return others.length === 0 ? true : null;
}

/** True for Netflix and the like, which Sony lists among the played games. */
export function isMediaApp({ category }: Pick<PlayedGame, 'category'>): boolean {
  return category.endsWith('_app') || category === 'web';
}

/**
 * True for what is rather an app: of those that Sony files among games an app has no genre. It was right of every one
 * that was looked at, and may be wrong of another: whatever has trophies is a game.
 */
export function isApp(played: Pick<PlayedGame, 'category' | 'hasGenres'>): boolean {
  // What Sony files as no game, or nowhere, may be either: `unknown`, `not_found`, or a word of tomorrow's.
  const isFiledAsGame = played.category.endsWith('_game');
  return isMediaApp(played) || (!isFiledAsGame && played.hasGenres === false);
}
