import type { Account } from './accounts/account.ts';
import type { Trophy } from './accounts/trophies.ts';
import { definedOf, earnedOf, titleProgressOf } from './accounts/trophy-set.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { isoSeconds } from './clock.ts';
import { progressOf } from './formulas.ts';
import { inLanguage, languageOf } from './language.ts';
import { groupIconUrl, titleIconUrl } from './picture-urls.ts';
import type { Call } from './route.ts';
import { notFound } from './sony-errors.ts';
import { DEFINITIONS, inService } from './trophy-endpoints.ts';
import { isAnswer, playerOf } from './whose-data.ts';
import type { World } from './world.ts';

/** A title's groups: the base game and its add-ons. */
export function groups({ request, parameters }: Call, world: World): Answer {
  const np = parameters[0] ?? '';
  const set = inService(world.accounts.withSet(np)?.setsById().get(np), request);
  if (set === undefined) return notFound();
  const language = languageOf(request);
  const hasDetails = set.service === 'trophy';
  const body = {
    npServiceName: set.service,
    npCommunicationId: np,
    trophySetVersion: set.version,
    trophyTitleName: inLanguage(set.name, language),
    ...(hasDetails ? { trophyTitleDetail: inLanguage(set.name, language) } : {}),
    trophyTitleIconUrl: titleIconUrl(set),
    trophyTitlePlatform: set.platform,
    definedTrophies: definedOf(set),
    trophyGroups: set.groups.map((group) => ({
      trophyGroupId: group.id,
      trophyGroupName: inLanguage(group.name, language),
      ...(hasDetails ? { trophyGroupDetail: inLanguage(group.name, language) } : {}),
      trophyGroupIconUrl: groupIconUrl(set, group.id),
      definedTrophies: group.defined,
    })),
  };
  return json(body, 200, DEFINITIONS);
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
