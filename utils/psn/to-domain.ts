import type * as z from 'zod/mini';
import type { Player } from '../domain/connection/player';
import type { PlayedGame, Title } from '../domain/library/title';
import {
  BASE_GROUP,
  type TrophyDefinition,
  type TrophyGroup,
  type TrophyState,
} from '../domain/trophies/trophy-set';
import type * as answers from './answers';
import { instantOf, sortedInstantOf } from './instants';

/** A row of the titles list as a title. */
export function toTitle(
  row: z.output<typeof answers.titleRow>,
  { language, now }: { language: string; now: number },
): Title {
  return {
    npCommunicationId: row.npCommunicationId,
    npServiceName: row.npServiceName,
    name: line(row.trophyTitleName) || row.npCommunicationId,
    language,
    platforms: platformsIn(row.trophyTitlePlatform),
    iconUrl: secureUrl(row.trophyTitleIconUrl),
    trophySetVersion: row.trophySetVersion ?? '',
    groupCount: groupCountOf(row),
    defined: row.definedTrophies,
    earned: row.earnedTrophies,
    progress: row.progress,
    hidden: row.hiddenFlag ?? false,
    lastUpdatedAt: sortedInstantOf(row.lastUpdatedDateTime, now),
  };
}

/** A row of the played list as a played game. */
export function toPlayedGame(row: z.output<typeof answers.playedRow>, now: number): PlayedGame {
  return {
    npTitleId: row.titleId,
    name: line(row.name),
    category: row.category ?? 'unknown',
    firstPlayedAt: instantOf(row.firstPlayedDateTime, now),
    lastPlayedAt: sortedInstantOf(row.lastPlayedDateTime, now),
    playSeconds: row.playDuration ?? null,
    playCount: row.playCount ?? null,
    service: row.service ?? null,
  };
}

/** A row of a set's definitions as a trophy's definition. Sony leaves a name out here and there. */
export function toDefinition(row: z.output<typeof answers.definitionRow>): TrophyDefinition {
  return {
    trophyId: row.trophyId,
    groupId: row.trophyGroupId ?? BASE_GROUP,
    grade: row.trophyType,
    hidden: row.trophyHidden ?? false,
    name: line(row.trophyName),
    detail: row.trophyDetail?.trim() ?? '',
    iconUrl: secureUrl(row.trophyIconUrl),
    rewardName: line(row.trophyRewardName) || null,
    target: row.trophyProgressTargetValue ?? null,
  };
}

/** A row of what the player has of a set as a trophy's state. */
export function toState(row: z.output<typeof answers.earnedRow>, now: number): TrophyState {
  return {
    trophyId: row.trophyId,
    earned: row.earned,
    earnedAt: row.earned ? instantOf(row.earnedDateTime, now) : null,
    progress: row.earned ? null : (row.progress ?? null),
    progressedAt: row.earned ? null : instantOf(row.progressedDateTime, now),
    rate: row.trophyEarnedRate ?? null,
  };
}

/** Sony's groups as ours. */
export function toGroups({ trophyGroups }: z.output<typeof answers.trophyGroups>): TrophyGroup[] {
  const groups = new Map<string, TrophyGroup>();
  for (const { trophyGroupId: groupId, trophyGroupName, trophyGroupIconUrl } of trophyGroups) {
    if (groups.has(groupId)) continue;
    groups.set(groupId, {
      groupId,
      name: line(trophyGroupName),
      iconUrl: secureUrl(trophyGroupIconUrl),
    });
  }
  return [...groups.values()];
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

/** Whichever of the two says that there are groups is believed. */
function groupCountOf(row: z.output<typeof answers.titleRow>): number | null {
  const groups = row.trophyGroupCount ?? 1;
  return groups < 2 && row.hasTrophyGroups === true ? null : groups;
}

/** `PS5, PS4` as well as `PS5,PS4`, each of them once. */
function platformsIn(text: string | null | undefined): string[] {
  const platforms = (text ?? '').split(',').map((platform) => platform.trim());
  return [...new Set(platforms)].filter((platform) => platform !== '');
}

/**
 * A name as one line: 5 % of Sony's end in a line feed, and some have no-break spaces. The wide blank between Japanese
 * words (U+3000) is theirs.
 */
function line(text: string | null | undefined): string {
  return (text ?? '').replace(/[^\S\u3000]+/gu, ' ').trim();
}

/** Sony still names avatars by `http:`; the same hosts answer on `https:`, and our pages allow nothing else. */
function secureUrl(url: string | null | undefined): string | null {
  const secure = url?.replace(/^http:/, 'https:');
  return secure?.startsWith('https://') === true ? secure : null;
}
