import type * as z from 'zod/mini';
import type { SaidPlayer, TrophySummary } from '../domain/connection/player';
import type { PlayedGame, SaidTitle } from '../domain/library/title';
import { GRADES } from '../domain/trophies/grades';
import {
  type SaidDefinition,
  type TrophyGroup,
  type TrophyState,
} from '../domain/trophies/trophy-set';
import type * as answers from './answers';
import { instantOf, sortedInstantOf } from './instants';
import { nameLine } from '../domain/library/name-line';
import { platformsNamed } from '../domain/library/platforms';
import { pictureUrl } from '../domain/picture-hosts';

/** A row of the titles list as a title. */
export function toTitle(
  row: z.output<typeof answers.titleRow>,
  { language, now }: { language: string; now: number },
): SaidTitle {
  return {
    npCommunicationId: row.npCommunicationId,
    npServiceName: row.npServiceName ?? '',
    name: nameLine(row.trophyTitleName) || row.npCommunicationId,
    language,
    platforms: platformsNamed(row.trophyTitlePlatform ?? ''),
    iconUrl: pictureUrl(row.trophyTitleIconUrl),
    trophySetVersion: row.trophySetVersion ?? '',
    groupCount: groupCountOf(row),
    ...countsOf(row),
    progress: row.progress,
    hidden: row.hiddenFlag ?? null,
    lastUpdatedAt: sortedInstantOf(row.lastUpdatedDateTime, now),
  };
}

/** An answer about the account's trophies as their sum; null where nothing of it can be read. */
export function toSummary(answer: z.output<typeof answers.summary>): TrophySummary | null {
  const { trophyLevel, progress, tier, earnedTrophies: earned } = answer;
  const said = [trophyLevel, progress, tier, ...Object.values(earned)];
  return said.every((value) => value === null) ? null : { trophyLevel, progress, tier, earned };
}

/** A row of the played list as a played game. */
export function toPlayedGame(row: z.output<typeof answers.playedRow>, now: number): PlayedGame {
  const genres = row.concept?.genres ?? null;
  return {
    npTitleId: row.titleId,
    name: nameLine(row.name),
    category: row.category ?? '',
    firstPlayedAt: instantOf(row.firstPlayedDateTime, now),
    lastPlayedAt: sortedInstantOf(row.lastPlayedDateTime, now),
    playSeconds: row.playDuration ?? null,
    playCount: row.playCount ?? null,
    service: row.service ?? null,
    hasGenres: genres === null ? null : genres.length > 0,
    conceptId: row.concept?.id ?? null,
  };
}

/** A row of a set's definitions as a trophy's definition. Sony leaves a name out here and there. */
export function toDefinition(row: z.output<typeof answers.definitionRow>): SaidDefinition {
  return {
    trophyId: row.trophyId,
    groupId: row.trophyGroupId?.trim() || null,
    grade: row.trophyType ?? null,
    hidden: row.trophyHidden ?? null,
    name: nameLine(row.trophyName),
    detail: row.trophyDetail?.trim() ?? '',
    iconUrl: pictureUrl(row.trophyIconUrl),
    rewardName: nameLine(row.trophyRewardName) || null,
    target: row.trophyProgressTargetValue ?? null,
  };
}

/** A row of what the player has of a set as a trophy's state. */
export function toState(row: z.output<typeof answers.earnedRow>, now: number): TrophyState {
  return {
    trophyId: row.trophyId,
    earned: row.earned ?? null,
    earnedAt: row.earned === true ? instantOf(row.earnedDateTime, now) : null,
    progress: row.earned === true ? null : (row.progress ?? null),
    progressedAt: row.earned === true ? null : instantOf(row.progressedDateTime, now),
    rate: row.trophyEarnedRate ?? null,
  };
}

/** A row of a set's groups as one of ours. */
export function toGroup(row: z.output<typeof answers.groupRow>): TrophyGroup {
  return {
    groupId: row.trophyGroupId,
    name: nameLine(row.trophyGroupName),
    iconUrl: pictureUrl(row.trophyGroupIconUrl),
  };
}

/** A profile as the player. Avatars come in sizes s, m, l, xl, in no order to rely on. */
export function toPlayer(accountId: string, profile: z.output<typeof answers.profile>): SaidPlayer {
  const avatars = (profile.avatars ?? []).flatMap(({ size, url }) => {
    const picture = pictureUrl(url);
    return picture === null ? [] : [{ size, picture }];
  });
  const avatar = avatars.find(({ size }) => size === 'm') ?? avatars[0];
  return {
    accountId,
    onlineId: nameLine(profile.onlineId) || null,
    avatarUrl: avatar?.picture ?? null,
    isPlus: profile.isPlus ?? null,
  };
}

/** Of a grade of which more are earned than there are, one of the two is wrong: neither is known. */
function countsOf({
  definedTrophies,
  earnedTrophies,
}: z.output<typeof answers.titleRow>): Pick<SaidTitle, 'defined' | 'earned'> {
  const [defined, earned] = [{ ...definedTrophies }, { ...earnedTrophies }];
  for (const grade of GRADES) {
    if ((earned[grade] ?? 0) <= (defined[grade] ?? Infinity)) continue;
    defined[grade] = null;
    earned[grade] = null;
  }
  return { defined, earned };
}

/** Whichever of the two says that there are groups is believed. */
function groupCountOf(row: z.output<typeof answers.titleRow>): SaidTitle['groupCount'] {
  const { trophyGroupCount, hasTrophyGroups } = row;
  if ((trophyGroupCount ?? 1) < 2 && hasTrophyGroups === true) return null;
  return trophyGroupCount ?? (hasTrophyGroups === false ? 1 : 'unsaid');
}
