import type { Account } from './accounts/account.ts';
import type { TrophySet } from './accounts/trophy-set.ts';
import { definedOf, earnedOf, titleProgressOf } from './accounts/trophy-set.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { isoSeconds } from './clock.ts';
import { levelOf, pointsOf, sumOf } from './formulas.ts';
import { languageOf } from './language.ts';
import { pageOf, wholeNumber } from './paging.ts';
import type { RecordedForms } from './recorded-forms.ts';
import { groupFields, titleFields } from './recorded-forms.ts';
import type { Call } from './route.ts';
import type { Row } from './rows.ts';
import { serviceError } from './sony-errors.ts';
import { isAnswer, playerOf } from './whose-data.ts';
import type { World } from './world.ts';

const PRIVATE: Answer['headers'] = [['Cache-Control', 'private']];

/** Every trophy set of a player, last updated first; hidden ones for the player only. */
export function trophyTitles({ request, parameters }: Call, world: World, caller: Account): Answer {
  const limit = wholeNumber(request.query.get('limit'), 100);
  const offset = wholeNumber(request.query.get('offset'), 0);
  if (limit === null || limit < 1 || limit > 800) return badRequest('limit');
  if (offset === null || offset < 0) return badRequest('offset');
  const player = playerOf(parameters[0] ?? '', caller, world);
  if (isAnswer(player)) return player;
  const visible = player === caller ? player.sets : player.sets.filter((set) => !set.hidden);
  const { items, ...envelope } = pageOf(visible, offset, limit);
  const language = languageOf(request, world);
  const rows = items.map((set) => titleRow(set, language, world.settings.forms));
  return json({ trophyTitles: rows, ...envelope }, 200, PRIVATE);
}

function badRequest(parameter: string): Answer {
  return serviceError('trophy', 'bad-request', `Bad Request (query: ${parameter})`);
}

function titleRow(set: TrophySet, language: string | null, forms: RecordedForms): Row {
  return {
    npServiceName: set.service,
    npCommunicationId: set.npCommunicationId,
    trophySetVersion: set.version,
    ...titleFields(set, language, forms),
    trophyTitlePlatform: set.platform,
    ...groupFields(set, forms),
    definedTrophies: definedOf(set),
    progress: titleProgressOf(set),
    earnedTrophies: earnedOf(set),
    hiddenFlag: set.hidden,
    lastUpdatedDateTime: isoSeconds(set.updatedAt),
  };
}

/** Level and counts over all sets, hidden ones included. */
export function trophySummary({ parameters }: Call, world: World, caller: Account): Answer {
  const player = playerOf(parameters[0] ?? '', caller, world);
  if (isAnswer(player)) return player;
  const earned = sumOf(player.sets.map(earnedOf));
  const points = pointsOf(earned);
  const { level, base, next, progress, tier } = levelOf(points);
  const summary = {
    accountId: player.accountId,
    trophyLevel: level,
    trophyPoint: points,
    trophyLevelBasePoint: base,
    trophyLevelNextPoint: next,
    progress,
    tier,
    earnedTrophies: earned,
  };
  return json(summary, 200, PRIVATE);
}
