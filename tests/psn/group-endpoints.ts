import type { Account } from './accounts/account.ts';
import type { Trophy } from './accounts/trophies.ts';
import type { TrophyGroup, TrophySet } from './accounts/trophy-set.ts';
import { definedOf, earnedOf, titleProgressOf } from './accounts/trophy-set.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { isoSeconds } from './clock.ts';
import { progressOf } from './formulas.ts';
import { inLanguage, languageOf } from './language.ts';
import { groupIconUrl } from './picture-urls.ts';
import { titleFields } from './recorded-forms.ts';
import type { Call } from './route.ts';
import type { Row } from './rows.ts';
import { notFound } from './sony-errors.ts';
import { DEFINITIONS, inService } from './trophy-endpoints.ts';
import { isAnswer, playerOf } from './whose-data.ts';
import type { World } from './world.ts';

/** A title's groups: the base game and its add-ons. */
export function groups({ request, parameters }: Call, world: World): Answer {
  const np = parameters[0] ?? '';
  const set = inService(world.accounts.withSet(np)?.setsById().get(np), request);
  if (set === undefined) return notFound();
  const language = languageOf(request, world);
  const body = {
    npServiceName: set.service,
    npCommunicationId: np,
    trophySetVersion: set.version,
    ...titleFields(set, language, world.settings.forms),
    trophyTitlePlatform: set.platform,
    definedTrophies: definedOf(set),
    trophyGroups: set.groups.map((group) =>
      groupRow(group, likenessOf(group, set, world), set, language),
    ),
  };
  return json(body, 200, DEFINITIONS);
}

/** Whose name and icon the group has: its own, or those of the one before the last. */
function likenessOf(group: TrophyGroup, { groups: all }: TrophySet, world: World): TrophyGroup {
  const isLast = group === all.at(-1);
  return world.settings.forms.sameGroups && isLast ? (all.at(-2) ?? group) : group;
}

function groupRow(
  group: TrophyGroup,
  likeness: TrophyGroup,
  set: TrophySet,
  language: string | null,
): Row {
  const name = inLanguage(likeness.name, language);
  return {
    trophyGroupId: group.id,
    trophyGroupName: name,
    ...(set.service === 'trophy' ? { trophyGroupDetail: name } : {}),
    trophyGroupIconUrl: groupIconUrl(set, likeness.id),
    definedTrophies: group.defined,
  };
}

/** How far a player is in each group; a group with nothing earned has no date. */
export function earnedGroups({ request, parameters }: Call, world: World, caller: Account): Answer {
  const [reference = '', np = ''] = parameters;
  const player = playerOf(reference, caller, world);
  if (isAnswer(player)) return player;
  const set = inService(player.setsById().get(np), request);
  if (set === undefined) return notFound();
  const trophies = player.trophies(set);
  const body = {
    trophySetVersion: set.version,
    hiddenFlag: set.hidden,
    progress: titleProgressOf(set),
    earnedTrophies: earnedOf(set),
    lastUpdatedDateTime: isoSeconds(set.updatedAt),
    trophyGroups: set.groups.map((group) => ({
      trophyGroupId: group.id,
      progress: progressOf(group.defined, group.earned),
      earnedTrophies: group.earned,
      ...lastUpdate(trophies, group.id),
    })),
  };
  return json(body, 200, [['Cache-Control', 'private']]);
}

function lastUpdate(
  trophies: readonly Trophy[],
  groupId: string,
): { lastUpdatedDateTime?: string } {
  const moments = trophies
    .filter((trophy) => trophy.groupId === groupId)
    .flatMap(({ earnedAt }) => (earnedAt === null ? [] : [earnedAt]));
  return moments.length === 0 ? {} : { lastUpdatedDateTime: isoSeconds(Math.max(...moments)) };
}
