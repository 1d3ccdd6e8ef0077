import type { Account } from './accounts/account.ts';
import type { Trophy } from './accounts/trophies.ts';
import type { TrophySet } from './accounts/trophy-set.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { isoSeconds } from './clock.ts';
import { languageOf } from './language.ts';
import { pageOf, wholeNumber } from './paging.ts';
import type { SonyRequest } from './request.ts';
import type { Call } from './route.ts';
import { notFound, serviceError } from './sony-errors.ts';
import { definitionRow, earnedRow, rarestOf } from './trophy-rows.ts';
import { isAnswer, playerOf } from './whose-data.ts';
import type { World } from './world.ts';

/** A title's trophies as everybody sees them, also of games that the caller never played. */
export function trophies({ request, parameters }: Call, world: World): Answer {
  const [np = '', group = ''] = parameters;
  const owner = world.accounts.withSet(np);
  const set = inService(owner?.setsById().get(np), request);
  if (owner === undefined || set === undefined) return notFound();
  const chosen = groupOf(owner.trophies(set), set, group);
  const page = chosen === null ? null : pageFor(chosen, request);
  if (page === null) return notFound();
  if (isAnswer(page)) return page;
  const { items, ...envelope } = page;
  const language = languageOf(request, world);
  const body = {
    ...setFields(set),
    trophies: items.map((trophy) => definitionRow(trophy, set, language)),
    ...envelope,
  };
  return json(body, 200, DEFINITIONS);
}

export const DEFINITIONS: Answer['headers'] = [
  ['Cache-Control', 'max-age=300'],
  ['Vary', 'Accept-Language'],
];

/** The same trophies as one player has them; only titles on that account. */
export function earned({ request, parameters }: Call, world: World, caller: Account): Answer {
  const [reference = '', np = '', group = ''] = parameters;
  const player = playerOf(reference, caller, world);
  if (isAnswer(player)) return player;
  const set = inService(player.setsById().get(np), request);
  if (set === undefined) return notFound();
  const chosen = groupOf(player.trophies(set), set, group);
  const page = chosen === null ? null : pageFor(chosen, request);
  if (chosen === null || page === null) return notFound();
  if (isAnswer(page)) return page;
  const { items, ...envelope } = page;
  const rarest = rarestOf(chosen);
  const body = {
    ...setFields(set),
    lastUpdatedDateTime: isoSeconds(set.updatedAt),
    trophies: items.map(earnedRow),
    ...(rarest.length > 0 ? { rarestTrophies: rarest.map(earnedRow) } : {}),
    ...envelope,
  };
  return json(body, 200, [['Cache-Control', 'private']]);
}

/** The set, if it lives in the service that the query names; `trophy2` where it names none. */
export function inService(set: TrophySet | undefined, request: SonyRequest): TrophySet | undefined {
  const asked = request.query.get('npServiceName') ?? 'trophy2';
  return set?.service === asked ? set : undefined;
}

function setFields(set: TrophySet): Record<string, unknown> {
  return { trophySetVersion: set.version, hasTrophyGroups: set.groups.length > 1 };
}

function groupOf(all: readonly Trophy[], set: TrophySet, group: string): Trophy[] | null {
  if (group === 'all') return [...all];
  if (!set.groups.some(({ id }) => id === group)) return null;
  return all.filter((trophy) => trophy.groupId === group);
}

function pageFor(
  chosen: readonly Trophy[],
  { query }: SonyRequest,
): ReturnType<typeof pageOf<Trophy>> | Answer {
  const limit = wholeNumber(query.get('limit'), Math.max(chosen.length, 1));
  const offset = wholeNumber(query.get('offset'), 0);
  if (limit === null || limit < 1 || offset === null || offset < 0) {
    return serviceError('trophy', 'bad-request', 'Bad Request (query: limit)');
  }
  return pageOf(chosen, offset, limit);
}
