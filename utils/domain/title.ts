/** The four grades, in the order of Sony's own lists. */
export const GRADES = ['bronze', 'silver', 'gold', 'platinum'] as const;
export type Grade = (typeof GRADES)[number];
export type GradeCounts = Record<Grade, number>;

/** `trophy`: PS3, PS4 and Vita sets. `trophy2`: PS5 and PC sets. Sony wants it back in later calls, whatever it is. */
export type NpServiceName = string;

/** One trophy set of the account, as Sony's titles list has it. Instants are milliseconds since 1970, UTC. */
export interface Title {
  /** For example `NPWR13736_00`. */
  npCommunicationId: string;
  npServiceName: NpServiceName;
  name: string;
  /** Sony's words in Sony's order, for example `['PS5', 'PSPC']` or `['PSVITA', 'PS4']`. */
  platforms: string[];
  iconUrl: string | null;
  trophySetVersion: string;
  groupCount: number;
  defined: GradeCounts;
  earned: GradeCounts;
  /** Whole percent, Sony's own, platinum not counted. */
  progress: number;
  hidden: boolean;
  lastUpdatedAt: number;
}

/** One game of the played list (PS4 and newer). */
export interface PlayedGame {
  /** For example `CUSA12345_00` or `PPSA12345_00`. */
  npTitleId: string;
  name: string;
  /** Sony's word, for example `ps5_native_game` or `ps5_web_based_media_app`. */
  category: string;
  firstPlayedAt: number;
  lastPlayedAt: number;
  playSeconds: number;
}

/** Where a title's last played instant comes from. */
export type LastPlayedSource = 'played-list' | 'trophy-list';

/** A title joined with what the played list says of it. */
export interface LibraryTitle extends Title {
  lastPlayedAt: number;
  lastPlayedSource: LastPlayedSource;
  /** Null where Sony keeps no playtime: PS3, Vita, and sets without a played game. */
  playSeconds: number | null;
}

/** True where the set has a platinum and the player has it. */
export function hasPlatinum(title: Pick<Title, 'earned'>): boolean {
  return title.earned.platinum > 0;
}

/**
 * A title with what the played list says of it.
 * One set can belong to several played games (cross-generation editions): the latest play counts, playtimes add up.
 */
export function joinPlayed(title: Title, played: readonly PlayedGame[]): LibraryTitle {
  if (played.length === 0) {
    return {
      ...title,
      lastPlayedAt: title.lastUpdatedAt,
      lastPlayedSource: 'trophy-list',
      playSeconds: null,
    };
  }
  return {
    ...title,
    lastPlayedAt: Math.max(...played.map((game) => game.lastPlayedAt)),
    lastPlayedSource: 'played-list',
    playSeconds: played.reduce((sum, game) => sum + game.playSeconds, 0),
  };
}

/** True for Netflix and the like, which Sony lists among the played games. */
export function isMediaApp({ category }: Pick<PlayedGame, 'category'>): boolean {
  return category.endsWith('_media_app');
}
