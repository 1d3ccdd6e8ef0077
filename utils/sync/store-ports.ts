import type { StoredItem } from '../domain/library/player-item';
import type { GameMarks } from '../domain/library/game-marks';
import type { SyncRequest } from '../domain/sync/sync-plan';
import type { Failure } from '../domain/failure';
import type { Followed } from '../domain/sync/followed';
import type { KnownList } from '../domain/sync/known-list';
import type { ListName, Reading, ReadingEnd } from '../domain/sync/list-reading';
import type { PageSize } from '../domain/sync/page-size';
import type { SaidPlayer, TrophySummary } from '../domain/connection/player';
import type { Glance } from '../domain/sync/glance';
import type { Snapshot } from '../domain/sync/snapshot';
import type { Refusal } from '../domain/sync/refusal';
import type { SyncGap } from '../domain/sync/sync-status';
import type { RestOfTitles } from '../domain/sync/whole-list';
import type {
  StoredOpenedGame,
  Pause,
  StoredRequest,
  SyncRequestKind,
} from '../domain/sync/next-sync-action';
import type { Choice, LibraryTitle, PlayedGame, Title } from '../domain/library/title';
import type { Goal } from '../domain/numbers/goal-pace';
import type { NotThisChange } from '../domain/numbers/not-this';
import type { AnnotationChange } from '../domain/trophies/trophy-annotation';
import type { TrophyState } from '../domain/trophies/trophy-set';
import type { Cursor } from './cursor';
import type { Definitions, Groups, Matches, Page, TrophyRows } from './sony-port';

/** A played game whose trophy sets are not known yet. */
export interface UnmatchedGame {
  npTitleId: string;
  lastPlayedAt: number;
  refusal: Refusal | null;
}

/** What is stored that decides what the sync does next. */
export interface StoredSync {
  /** Null where no sync is under way. */
  cursor: Cursor | null;
  /** In the order in which they were made. */
  requests: StoredRequest[];
  /** The latest first. */
  opened: StoredOpenedGame[];
  lastSyncedAt: number | null;
  /** What the last sync has had to do without. */
  gaps: SyncGap[];
}

/** What is stored of a sync whose library is to stay as it is for now, and until when that may be. */
export interface AtRest extends Pick<StoredSync, 'cursor' | 'requests'> {
  until: number;
}

/** Requests and opened games that an action sees to: those that are stored meanwhile stay. */
export type SeenTo = Pick<StoredSync, 'requests' | 'opened'>;

/** The sync itself as this browser has it. Each method is one transaction. */
export interface SyncStore {
  read(): Promise<StoredSync>;
  /** A sync begins; one that was under way makes way for it. */
  begin(cursor: Cursor, seenTo: SeenTo, followed: Pick<Followed, 'everyGame'>): Promise<void>;
  /** The sync under way goes on as this cursor says, with what was asked for. */
  resume(cursor: Cursor, seenTo: SeenTo): Promise<void>;
  storeCursor(cursor: Cursor): Promise<void>;
  /** The player's stop is carried out: on this sync, where there is one. */
  stop(cursor: Cursor | null, request: readonly StoredRequest[]): Promise<void>;
  /** Nothing had to be fetched for what was asked. */
  drop(seenTo: SeenTo): Promise<void>;
  /** These games come first in the sync that is not stopped. */
  queueGames(requests: readonly StoredRequest[]): Promise<void>;
  postpone(request: StoredRequest, pause: Pause, stopped: Cursor): Promise<void>;
  /** Brings all titles in line with the played list, where some are not. */
  joinPlayedGames(): Promise<void>;
  /** What the sync under way has found that is worth a notification. */
  news(cursor: Cursor): Promise<SyncNews>;
  /** The sync is complete. What it could not get is tried again after this pause; null where that is of no use. */
  finish(cursor: Cursor, again: Pause | null, followed: Pick<Followed, 'everyGame'>): Promise<void>;
  /** Deletes what is older than what is kept, a bearable number at once. */
  prune(): Promise<void>;
  /** What the snapshot shows of the library. */
  excerpt(followed: Pick<Followed, 'everyGame'>): Promise<LibraryExcerpt>;
}

/** What the snapshot shows of the library. */
export type LibraryExcerpt = Omit<Snapshot, 'sync' | 'halvedUntil' | 'budget'>;

/** What is known of the lists as a whole, and when what is read weekly was read last. */
export interface ListFacts {
  lists: Record<ListName, KnownList>;
  summaryAt: number | null;
  profileAt: number | null;
  /** Up to when the titles are known. */
  titlesReadAt: number | null;
  /** Titles that one whole list has missed. */
  suspects: number;
  /** Rows of the titles list that could not be read. */
  unreadTitles: number;
  /** The same of the played list. */
  unreadGames: number;
  /** The played list was read to its end once, and what is stored of it has no hole. */
  hasPlayedList: boolean;
}

/** A page of a list on its way into the library. */
export interface ListPage<Row> {
  page: Page<Row>;
  /** Its rows by name, also those that could not be read. */
  ids: readonly string[];
  /** The reading with this page, and where it stands: `known` is not to the end, since the rest is stored as it is. */
  reading: Reading;
  end: ReadingEnd | 'known';
  /** What is known of the list from here on. */
  known: Omit<KnownList, 'size'>;
}

/** What Sony has just said that goals end by: its list, or its sum, which may also say only a part of itself. */
export interface SaidOfGoals {
  by: 'list' | 'sum' | 'part-of-sum';
  at: number;
  /** When the list was read before; null for the first time, and where nobody knows. */
  readBefore: number | null;
}

/** The account's lists as this browser has them. Each method is one transaction. */
export interface ListStore {
  facts(): Promise<ListFacts>;
  /** Which reading of this sync has met each of these rows last, of those that one has. */
  metAmong(list: ListName, ids: readonly string[]): Promise<Map<string, number>>;
  storePageSize(list: ListName, size: PageSize | null): Promise<void>;
  /** The stored titles among these. */
  titlesAmong(ids: readonly string[]): Promise<Map<string, LibraryTitle>>;
  /**
   * The titles that Sony should have besides these and those that the reading has met: how many, and whether one of
   * them was updated later than this.
   */
  titlesBesides(ids: readonly string[], reading: Reading, updatedAt: number): Promise<RestOfTitles>;
  /** @param newChoice what becomes of titles that are new */
  storeTitles(page: ListPage<Title>, newChoice: Choice, next: Cursor): Promise<void>;
  storeSummary(summary: TrophySummary, next: Cursor): Promise<void>;
  /** Notes how goals ended. Once what Sony said is stored, which it is to cost nothing. */
  storeGoalEnds(said: SaidOfGoals): Promise<void>;
  storePlayer(player: SaidPlayer, next: Cursor): Promise<void>;
  /** The stored game of that id, to find where a page overlaps with what is stored. */
  playedGame(npTitleId: string): Promise<PlayedGame | null>;
  /** How many games of the played list there are with these, those that could not be read included. */
  countPlayedWith(ids: readonly string[]): Promise<number>;
  storePlayedGames(page: ListPage<PlayedGame>, next: Cursor): Promise<void>;
  storeSets(matches: Matches, next: Cursor): Promise<void>;
  /** Some of the played games whose sets no list has, as far as they may be asked for again; the oldest first. */
  doubtedGames(): Promise<string[]>;
  /** Notes of played games that their sets were not to be had. */
  storeMatchingRefusal(
    npTitleIds: readonly string[],
    failure: Failure,
    next: Cursor,
  ): Promise<void>;
}

/** What there is to plan with. */
export interface PlanFacts {
  titles: LibraryTitle[];
  /** Last played first. */
  unmatched: UnmatchedGame[];
  /** Games whose pages were opened, the latest first. */
  opened: string[];
  /** Picks were made, by the player or for a start. */
  hasPicks: boolean;
  /** The player has picked games themselves. */
  hasChosen: boolean;
  /** The games that Sony's list has first, while the player has picked none; none after that. */
  latest: string[];
  /** What the sync under way has met as not to be had, games that were opened since excepted. */
  refused: RefusedRequest[];
}

/** A request that Sony did not answer, or not so that it could be read. */
export interface RefusedRequest {
  request: SyncRequest;
  failure: Failure;
}

/** The account's trophies as this browser has them. Each method is one transaction. */
export interface TrophyStore {
  /** @param among of these titles, the latest, and those that were opened; null for all */
  planFacts(among: readonly string[] | null): Promise<PlanFacts>;
  /** Picks the games that were played since, where nothing was picked yet. */
  pickRecent(since: number): Promise<void>;
  title(npCommunicationId: string): Promise<LibraryTitle | null>;
  storeDefinitions(id: string, answer: Definitions, next: Cursor): Promise<void>;
  storeGroups(id: string, groups: Groups, next: Cursor): Promise<void>;
  storeEarned(id: string, answer: TrophyRows<TrophyState>, next: Cursor): Promise<void>;
  /** Notes of a set that its trophies were not to be had. */
  storeRefusal(id: string, failure: Failure, next: Cursor): Promise<void>;
  /** Notes of the names of its groups that they were not to be had: no trophy waits for them. */
  storeGroupsRefusal(id: string, failure: Failure, next: Cursor): Promise<void>;
}

/** What the player makes and asks for, stored before anything is done about it. Each method is one transaction. */
export interface PlayerWrites {
  choose(choices: ReadonlyMap<string, Choice>): Promise<void>;
  /** What is left out stays as it is. */
  markGame(npCommunicationId: string, marks: Partial<GameMarks>): Promise<void>;
  storeAnnotation(annotation: AnnotationChange): Promise<void>;
  /** What is not to be suggested, or may be again. */
  storeNotThis(change: NotThisChange): Promise<void>;
  /** Null takes back the goal that goes by this number. */
  storeGoal(id: number, goal: Goal | null): Promise<void>;
  /** The player knows that the library that was here before is lost. */
  acknowledgeLoss(): Promise<void>;
  /** The player has seen what syncs have found that ended until then. */
  noteNewsSeen(upTo: number): Promise<void>;
  /**
   * Takes what another computer of the player's knows better, and answers what they both know: of each thing that roams
   * the later of what is here and there.
   */
  meetItems(others: readonly StoredItem[]): Promise<StoredItem[]>;
  /** Forgets what was deleted a year ago, and dates what nobody has. */
  forgetDeletions(): Promise<void>;
  /** What the popup is to show from here on. */
  glance(): Promise<Glance>;
  /** All that pages are told of the library, besides how a sync of it stands. */
  excerpt(followed: Pick<Followed, 'everyGame'>): Promise<LibraryExcerpt>;
  /** A request that is made again counts once. A stop takes back all others, and a sync takes back a stop. */
  ask(kind: SyncRequestKind, npCommunicationId?: string): Promise<void>;
  openGame(npCommunicationId: string): Promise<void>;
}

/** What of a sync is worth a notification: games by their names, and how many more. */
export interface SyncNews {
  /** Which sync: when it started. */
  startedAt: number;
  /** The games by their ids. */
  npCommunicationIds: string[];
  platinums: string[];
  lostHundreds: string[];
  unnamed: { platinums: number; lostHundreds: number };
}
