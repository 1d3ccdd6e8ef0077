import type { LibraryTitle } from '../library/title';

/** A trophy that is earned, by its id in its set, and when; null where nobody has said. */
export type EarnedTrophy = readonly [trophyId: number, earnedAt: number | null];

/** What is compared of a game: as a library has it, without what the player has made of it. */
export type FriendsGame = Pick<
  LibraryTitle,
  | 'npCommunicationId'
  | 'name'
  | 'platforms'
  | 'iconUrl'
  | 'defined'
  | 'earned'
  | 'progress'
  | 'tally'
>;

/** Trophies of one of their games, as far as they were fetched. */
export interface FriendsTrophies {
  npCommunicationId: string;
  earned: readonly EarnedTrophy[];
  /** Those that are not. Of one that is in neither nobody has said. */
  open: readonly number[];
  about: AboutTrophies;
}

/** What the trophies of a set are, in Sony's order: for each of thousands a row would be a wait for a page. */
export interface AboutTrophies {
  ids: readonly number[];
  /** Two signs for each: its grade, and whether it is a secret. */
  kinds: string;
  /** A line for each. */
  names: string;
}

/** What a copy of somebody else's library has to say beside one's own. */
export interface FriendsCopy {
  accountId: string;
  onlineId: string | null;
  madeAt: number;
  /** Null where Sony had not said it. */
  level: number | null;
  /** Rows that no build can read. */
  unreadable: number;
  games: readonly FriendsGame[];
  trophies: readonly FriendsTrophies[];
}
