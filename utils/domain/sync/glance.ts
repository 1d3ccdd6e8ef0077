import type { ClosestPlatinum } from '../library/closest-platinums';
import type { LibraryTitle } from '../library/title';
import type { Trophy } from '../trophies/trophy-set';
import type { SyncRun } from './sync-run';

/** What can be new of a game, in its order of weight. */
export const NEWS_KINDS = ['platinum', 'lost-hundred', 'trophies'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** A game by name and picture. */
export type NamedTitle = Pick<LibraryTitle, 'npCommunicationId' | 'name' | 'iconUrl'>;

/** What is new of a game: the weightiest of it, and how many trophies were earned there. */
export interface TitleNews extends NamedTitle {
  kind: NewsKind;
  trophies: number;
}

/** What syncs have found since the player last looked. */
export interface NewsSinceLooked {
  /** The weightiest. */
  titles: TitleNews[];
  /** How many games more. */
  more: number;
  /** When the latest of these syncs ended: who has seen this has seen everything until then. */
  upTo: number;
}

export interface PinnedTrophy extends Pick<
  Trophy,
  'trophyId' | 'name' | 'iconUrl' | 'grade' | 'earned' | 'hidden'
> {
  npCommunicationId: string;
  /** The game's name. */
  title: string;
}

export type RecentTitle = NamedTitle &
  Pick<LibraryTitle, 'platforms' | 'progress' | 'earned' | 'lastPlayedAt'>;

/** What the popup shows of a library, without what the player has hidden. */
export interface Glance {
  /** The three titles that were played last. */
  recentTitles: RecentTitle[];
  news: NewsSinceLooked | null;
  closestPlatinum: ClosestPlatinum | null;
  pins: PinnedTrophy[];
}

export const EMPTY_GLANCE: Glance = {
  recentTitles: [],
  news: null,
  closestPlatinum: null,
  pins: [],
};

/** A game with news, before it is known what it is called. */
export type NewsOfTitle = Omit<TitleNews, 'name' | 'iconUrl'>;

/** The news in the reports of syncs that have ended, each game once, the weightiest first. */
export function newsInRuns(runs: readonly SyncRun[]): NewsOfTitle[] {
  const news = new Map<string, NewsOfTitle>();
  const latestFirst = [...runs].sort((one, other) => other.startedAt - one.startedAt);
  for (const { npCommunicationId, kind, trophies } of latestFirst.flatMap(newsInRun)) {
    const known = news.get(npCommunicationId) ?? { npCommunicationId, kind, trophies: 0 };
    news.set(npCommunicationId, {
      npCommunicationId,
      kind: weightOf(kind) < weightOf(known.kind) ? kind : known.kind,
      trophies: known.trophies + trophies,
    });
  }
  // Sorting keeps what weighs the same in its order.
  return [...news.values()].sort((one, other) => weightOf(one.kind) - weightOf(other.kind));
}

function newsInRun({ newPlatinums, lostHundreds, earnedIn }: SyncRun): NewsOfTitle[] {
  const named =
    (kind: NewsKind) =>
    (npCommunicationId: string): NewsOfTitle => ({ npCommunicationId, kind, trophies: 0 });
  return [
    ...newPlatinums.map(named('platinum')),
    ...lostHundreds.map(named('lost-hundred')),
    ...earnedIn.map((earned): NewsOfTitle => ({ ...earned, kind: 'trophies' })),
  ];
}

function weightOf(kind: NewsKind): number {
  return NEWS_KINDS.indexOf(kind);
}
