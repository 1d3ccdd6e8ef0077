import type * as z from 'zod/mini';
import type { Player } from '../domain/player';
import type { PlayedGame, Title } from '../domain/title';
import type * as answers from './answers';

/** A row of the titles list as a title. */
export function toTitle(row: z.output<typeof answers.titleRow>): Title {
  return {
    npCommunicationId: row.npCommunicationId,
    npServiceName: row.npServiceName,
    name: row.trophyTitleName.trim() || row.npCommunicationId,
    platforms: (row.trophyTitlePlatform ?? '').split(',').filter((platform) => platform !== ''),
    iconUrl: secureUrl(row.trophyTitleIconUrl),
    trophySetVersion: row.trophySetVersion ?? '',
    groupCount: row.trophyGroupCount ?? 1,
    defined: row.definedTrophies,
    earned: row.earnedTrophies,
    progress: row.progress,
    hidden: row.hiddenFlag ?? false,
    lastUpdatedAt: row.lastUpdatedDateTime,
  };
}

/** A row of the played list as a played game. */
export function toPlayedGame(row: z.output<typeof answers.playedRow>): PlayedGame {
  return {
    npTitleId: row.titleId,
    name: row.name,
    category: row.category,
    firstPlayedAt: row.firstPlayedDateTime,
    lastPlayedAt: row.lastPlayedDateTime,
    playSeconds: row.playDuration,
  };
}

/** A profile as the player. Avatars come in sizes s, m, l, xl, in no order to rely on. */
export function toPlayer(accountId: string, profile: z.output<typeof answers.profile>): Player {
  const avatars = profile.avatars ?? [];
  const avatar = avatars.find(({ size }) => size === 'm') ?? avatars[0];
  return {
    accountId,
    onlineId: profile.onlineId,
    avatarUrl: secureUrl(avatar?.url),
    isPlus: profile.isPlus ?? false,
  };
}

/** Sony still names avatars by `http:`; the same hosts answer on `https:`, and our pages allow nothing else. */
function secureUrl(url: string | null | undefined): string | null {
  const secure = url?.replace(/^http:/, 'https:');
  return secure?.startsWith('https://') === true ? secure : null;
}
