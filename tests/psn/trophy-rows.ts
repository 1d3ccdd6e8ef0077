import type { Trophy } from './accounts/trophies.ts';
import { rarityOf } from './accounts/trophies.ts';
import type { TrophySet } from './accounts/trophy-set.ts';
import { isoSeconds } from './clock.ts';
import { inLanguage } from './language.ts';
import { gameArtUrl, trophyIconUrl } from './picture-urls.ts';

/** A trophy as the definitions list it. Secret ones say their name and detail in clear. */
export function definitionRow(
  trophy: Trophy,
  set: TrophySet,
  language: string | null,
): Record<string, unknown> {
  return {
    trophyId: trophy.id,
    trophyHidden: trophy.hidden,
    trophyType: trophy.grade,
    trophyName: inLanguage(trophy.name, language),
    trophyDetail: inLanguage(trophy.detail, language),
    trophyIconUrl: trophyIconUrl(set, trophy.id),
    trophyGroupId: trophy.groupId,
    ...(trophy.target === null ? {} : { trophyProgressTargetValue: String(trophy.target) }),
    ...(trophy.reward === null
      ? {}
      : {
          trophyRewardName: trophy.reward,
          trophyRewardImageUrl: gameArtUrl('PPSA00001_00', set.npCommunicationId),
        }),
  };
}

/** A trophy as a player has it: no name, no group. Progress only where it counts and is not earned. */
export function earnedRow(trophy: Trophy): Record<string, unknown> {
  return {
    trophyId: trophy.id,
    trophyHidden: trophy.hidden,
    earned: trophy.earnedAt !== null,
    ...(trophy.earnedAt === null
      ? progressFields(trophy)
      : { earnedDateTime: isoSeconds(trophy.earnedAt) }),
    trophyType: trophy.grade,
    trophyRare: rarityOf(trophy.rate),
    trophyEarnedRate: trophy.rate.toFixed(1),
  };
}

function progressFields(trophy: Trophy): Record<string, unknown> {
  if (trophy.target === null) return {};
  return {
    progress: String(trophy.progress),
    progressRate: Math.floor((100 * trophy.progress) / trophy.target),
    ...(trophy.progressedAt === null
      ? {}
      : { progressedDateTime: isoSeconds(trophy.progressedAt) }),
  };
}

/** The earned trophies with the lowest rate; several where they tie, none where nothing is earned. */
export function rarestOf(trophies: readonly Trophy[]): Trophy[] {
  const earned = trophies.filter((trophy) => trophy.earnedAt !== null);
  const lowest = Math.min(...earned.map((trophy) => trophy.rate));
  return earned.filter((trophy) => trophy.rate === lowest);
}
