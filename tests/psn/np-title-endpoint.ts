import type { Account } from './accounts/account.ts';
import type { TrophySet } from './accounts/trophy-set.ts';
import { definedOf, earnedOf, titleProgressOf } from './accounts/trophy-set.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { isoSeconds } from './clock.ts';
import { hashOf } from './random.ts';
import { languageOf } from './language.ts';
import { groupFields, titleFields } from './recorded-forms.ts';
import type { Call } from './route.ts';
import { notFound, serviceError } from './sony-errors.ts';
import { definitionRow, earnedRow, rarestOf } from './trophy-rows.ts';
import { isAnswer, playerOf } from './whose-data.ts';
import type { World } from './world.ts';

const MOST_IDS = 5;

/** The trophy sets behind up to five title ids. The answer keeps no order; one unknown id spoils the whole call. */
export function titlesByNpTitleId(
  { request, parameters }: Call,
  world: World,
  caller: Account,
): Answer {
  const ids = (request.query.get('npTitleIds') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0 || ids.length > MOST_IDS) {
    return serviceError('trophy', 'bad-request', 'Bad Request (query: npTitleId)');
  }
  const player = playerOf(parameters[0] ?? '', caller, world);
  if (isAnswer(player)) return player;
  const unknown = ids.find((id) => !isKnown(id, player, world));
  if (unknown !== undefined) return notFound(`Resource not found (npTitleId='${unknown}')`);
  const withMissing = request.query.get('includeNotEarnedTrophyIds') === 'true';
  const language = languageOf(request, world);
  const titles = [...ids]
    .sort((one, other) => hashOf(one) - hashOf(other))
    .map((npTitleId) => ({
      npTitleId,
      trophyTitles: setsBehind(npTitleId, player).map((set) => ({
        npServiceName: set.service,
        npCommunicationId: set.npCommunicationId,
        ...titleFields(set, language, world.settings.forms),
        ...groupFields(set, world.settings.forms),
        ...playerFields(set, player, withMissing, language),
      })),
    }));
  return json({ titles }, 200, [['Cache-Control', 'private']]);
}

function isKnown(npTitleId: string, player: Account, world: World): boolean {
  return player.gamesById().has(npTitleId) || world.accounts.withTitle(npTitleId) !== undefined;
}

function setsBehind(npTitleId: string, player: Account): TrophySet[] {
  const ids = player.gamesById().get(npTitleId)?.npCommunicationIds ?? [];
  return ids.flatMap((id) => player.setsById().get(id) ?? []);
}

/** What the player has of it. */
function playerFields(
  set: TrophySet,
  player: Account,
  withMissing: boolean,
  language: string | null,
): Record<string, unknown> {
  const trophies = player.trophies(set);
  return {
    rarestTrophies: rarestOf(trophies).map((trophy) => ({
      ...earnedRow(trophy),
      ...definitionRow(trophy, set, language),
    })),
    progress: titleProgressOf(set),
    earnedTrophies: earnedOf(set),
    definedTrophies: definedOf(set),
    ...(withMissing
      ? {
          notEarnedTrophyIds: trophies.flatMap((trophy) =>
            trophy.earnedAt === null ? [trophy.id] : [],
          ),
        }
      : {}),
    lastUpdatedDateTime: isoSeconds(set.updatedAt),
  };
}
