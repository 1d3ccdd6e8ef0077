import type { SyncGap } from './sync-status';
import type { GradeCounts } from '../trophies/grades';

/** What asked for a sync: the day's alarm or a missed one, the player, or new picks. */
export const SYNC_TRIGGERS = ['daily', 'by-hand', 'picks'] as const;
export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];

/** `stopped`: a newer one goes on in its place, whether the player had stopped it or not. */
export const SYNC_OUTCOMES = ['under-way', 'complete', 'stopped'] as const;

/** A title of which Sony says something else than before. */
export interface ChangedTitle<Value> {
  npCommunicationId: string;
  before: Value;
  after: Value;
}

/** How many trophies of a title something is about. */
export interface TitleTrophies {
  npCommunicationId: string;
  trophies: number;
}

/** The lists of a report that name games, besides those that are new. */
export const NEWS_LISTS = [
  'newPlatinums',
  'grown',
  'altered',
  'lostHundreds',
  'takenBack',
  'renamed',
  'moved',
  'gone',
  'back',
] as const;
export type NewsList = (typeof NEWS_LISTS)[number];

/** Which lists of which report, by when its sync started, have a game: named, or counted only. */
export interface Reported {
  startedAt: number;
  lists: NewsList[];
}

/** More games than this no list of a report names: it is one row, however many games an account has. */
export const NAMED = 100;

/** How many games more each list would name, and how many trophies were taken back of those. */
export type Unnamed = Record<NewsList | 'trophiesTakenBack', number>;

export const ALL_NAMED: Unnamed = {
  newPlatinums: 0,
  grown: 0,
  altered: 0,
  lostHundreds: 0,
  takenBack: 0,
  renamed: 0,
  moved: 0,
  gone: 0,
  back: 0,
  trophiesTakenBack: 0,
};

/** The report of one sync: what it found and what it took. Instants are milliseconds since 1970. */
export interface SyncRun {
  /** Also its name: no two syncs start in the same millisecond. */
  startedAt: number;
  /** Null while it is under way. */
  finishedAt: number | null;
  trigger: SyncTrigger;
  /** The library was empty before: everything in it is new, and not news. */
  isFirst: boolean;
  outcome: (typeof SYNC_OUTCOMES)[number];
  /** Requests for data, tries that failed included; for tokens none are counted. */
  requests: number;
  newTrophies: GradeCounts;
  /** New games of which Sony did not say, or not so that it could be read, how many trophies are earned. */
  uncounted: number;
  /** Titles by npCommunicationId; names are in the library. Of each list the first hundred, and how many more. */
  newPlatinums: string[];
  newTitleCount: number;
  /** None for a first sync. */
  newTitles: string[];
  /** Sets that have more trophies than before, as with an add-on. */
  grown: string[];
  /** Sets that have fewer than before, or as many in other grades. */
  altered: string[];
  /** Complete before, and not any more: by an add-on, or by what Sony took back. */
  lostHundreds: string[];
  /** Where Sony counts fewer trophies as earned than before: those that lost most. */
  takenBack: TitleTrophies[];
  /** Where trophies were earned: those with most. None for a first sync. */
  earnedIn: TitleTrophies[];
  renamed: ChangedTitle<string>[];
  /** To other platforms. */
  moved: ChangedTitle<string[]>[];
  /** No longer in Sony's list, by two complete ones. */
  gone: string[];
  /** In Sony's list again. */
  back: string[];
  unnamed: Unnamed;
  /** Rows that could not be read when it ended. */
  unread: number;
  gaps: SyncGap[];
}

/** The report of a sync that has just begun. */
export function aNewRun(startedAt: number, trigger: SyncTrigger, isFirst: boolean): SyncRun {
  return {
    startedAt,
    finishedAt: null,
    trigger,
    isFirst,
    outcome: 'under-way',
    requests: 0,
    newTrophies: { bronze: 0, silver: 0, gold: 0, platinum: 0 },
    uncounted: 0,
    newPlatinums: [],
    newTitleCount: 0,
    newTitles: [],
    grown: [],
    altered: [],
    lostHundreds: [],
    takenBack: [],
    earnedIn: [],
    renamed: [],
    moved: [],
    gone: [],
    back: [],
    unnamed: ALL_NAMED,
    unread: 0,
    gaps: [],
  };
}
