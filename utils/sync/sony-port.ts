import type { Failure } from '../domain/failure';
import type { TrophySummary } from '../domain/connection/player';
import type { NpServiceName, PlayedGame, SaidTitle } from '../domain/library/title';
import type { SaidDefinition, TrophyGroup, TrophyState } from '../domain/trophies/trophy-set';

/** A row of Sony's that could not be read: its id where that could be, and the fields that differ. */
export interface UnreadRow {
  id: string | null;
  fields: string[];
}

/** Rows of Sony's, and those that could not be read. */
export interface Rows<Row> {
  rows: Row[];
  unread: UnreadRow[];
}

/** The trophies of a set. */
export interface TrophyRows<Row> extends Rows<Row> {
  /** So many more Sony counts, and has not sent. */
  missing: number;
}

/**
 * One page of a list. `nextOffset` leads on, and is null on the last one; `total` is Sony's count over all pages, null
 * where unsaid.
 */
export interface Page<Row> extends Rows<Row> {
  nextOffset: number | null;
  total: number | null;
}

/** A set's trophies as everybody has them, in the language that Sony was asked for. */
export interface Definitions extends TrophyRows<SaidDefinition> {
  language: string;
}

/** What the groups of a set are called, in the language that Sony was asked for. */
export interface Groups {
  groups: TrophyGroup[];
  language: string;
}

/** Which trophy sets belong to played games, as far as Sony has said. A game that it does not know has none. */
export interface Matches {
  sets: Map<string, string[]>;
  /** Games of which more is to be known, and why it is not: they are asked for again another time. */
  unsure: Map<string, Failure>;
}

/** A trophy set by the two names that Sony wants of it. */
export interface SetName {
  npCommunicationId: string;
  npServiceName: NpServiceName;
}

/** The account's library as Sony has it. Each is one request. What is dated later than `now`, by a day, is not dated. */
export interface PsnLibrary {
  /** In which it answers now: the reader's. Names, texts and pictures go by it. */
  language(): string;
  /** Trophy sets, newest change first. */
  titles(offset: number, limit: number, now: number): Promise<Page<SaidTitle>>;
  summary(): Promise<TrophySummary>;
  /** Played games, last played first. */
  playedGames(offset: number, limit: number, now: number): Promise<Page<PlayedGame>>;
  /**
   * The trophy sets of up to five played games.
   * @param again how often was tried before
   */
  setsOf(npTitleIds: readonly string[], again: number): Promise<Matches>;
  /** All trophies of a set, as everybody has them. */
  definitions(set: SetName): Promise<Definitions>;
  groups(set: SetName): Promise<TrophyGroup[]>;
  /** All trophies of a set, as the player has them. */
  earned(set: SetName, now: number): Promise<TrophyRows<TrophyState>>;
}
