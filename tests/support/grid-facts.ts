import type { LibraryDatabase } from '@/utils/database/database';
import { unpacked } from '@/utils/database/packed-set';

/** What is known of a library, without when it was found out. */
export async function factsOf(database: LibraryDatabase) {
  const { titles, trophySets, playedGames, overview } = database;
  const [row] = await overview.toArray();
  const { onlineId, avatarUrl, isPlus } = row?.player ?? {};
  return {
    titles: Object.fromEntries(
      (await titles.toArray()).map((title) => [
        title.npCommunicationId,
        {
          ...{ name: title.name, platforms: title.platforms, iconUrl: title.iconUrl },
          ...{ service: title.npServiceName, version: title.trophySetVersion },
          ...{ groupCount: title.groupCount, defined: title.defined, earned: title.earned },
          ...{ progress: title.progress, hidden: title.hidden, lastUpdatedAt: title.lastUpdatedAt },
          ...{ isGone: title.absence?.isSure ?? false },
          playSeconds: title.playSeconds,
          // Otherwise it is when Sony's list of titles has it.
          lastPlayedAt: title.lastPlayedSource === 'played-list' ? title.lastPlayedAt : null,
        },
      ]),
    ),
    games: Object.fromEntries(
      (await playedGames.toArray()).map((game) => [
        game.npTitleId,
        {
          ...{ name: game.name, category: game.category, playSeconds: game.playSeconds },
          ...{ firstPlayedAt: game.firstPlayedAt, lastPlayedAt: game.lastPlayedAt },
          ...{ playCount: game.playCount, service: game.service, hasGenres: game.hasGenres },
          sets: game.npCommunicationIds,
        },
      ]),
    ),
    trophies: Object.fromEntries(
      (await trophySets.toArray())
        .map(unpacked)
        .flatMap(({ npCommunicationId, trophies }) =>
          trophies.map(({ trophyId, rates, ...trophy }) => [
            `${npCommunicationId} ${String(trophyId)}`,
            { ...trophy, rate: rates.at(-1)?.rate ?? null },
          ]),
        ),
    ),
    groups: Object.fromEntries(
      (await trophySets.toArray())
        .map(unpacked)
        .flatMap(({ npCommunicationId, groups }) =>
          groups.map(({ groupId, ...group }) => [`${npCommunicationId} ${groupId}`, group]),
        ),
    ),
    account: { of: { ...row?.summary, onlineId, avatarUrl, isPlus } },
  };
}

export type Facts = Awaited<ReturnType<typeof factsOf>>;
type Fields = Record<string, unknown>;

/** Facts that are true at no time, and not unknown either. `held` is what was known before, if anything was. */
export function wronglyKnown(facts: Facts, truths: Facts[], held: Facts | null): string[] {
  return each(facts).flatMap(([place, field, value]) => {
    const isTrue = truths.some((truth) => same(valueIn(truth, place, field), value));
    const wasHeld = held !== null && valueIn(held, place, field) !== undefined;
    const isGuess = !wasHeld && UNTIL_SAID[`${split(place)[0]} ${field}`] === value;
    if (isTrue || isGuess || isUnknown(field, value, place) || isCalledSo(place, value)) return [];
    return [`${place}.${field} is ${said(value)}`];
  });
}

/** As what is drawn of which Sony has never said it: it is in sight, in the game itself, and has no mark. */
const UNTIL_SAID: Record<string, unknown> = {
  'titles hidden': false,
  'account isPlus': false,
  'trophies groupId': 'default',
};

/** A text that may well be meant so: whatever is called by it is another row. */
export const ODD_TEXT = 'soon';

function isCalledSo(place: string, value: unknown): boolean {
  return isOfOddRow(place) || value === ODD_TEXT || same(value, [ODD_TEXT]);
}

function isOfOddRow(place: string): boolean {
  return place.split(/[/ ]/).includes(ODD_TEXT);
}

/** Rows of the first that are not in the second, but for what may well be gone. */
export function lostRows(before: Facts, after: Facts): string[] {
  return [...new Set(each(before).map(([place]) => place))].filter((place) => {
    const [kind, id] = split(place);
    return (after[kind] as Record<string, unknown>)[id] === undefined;
  });
}

/** Where two differ. What was said once stays where nothing is said any more: a game as one that is gone. */
export function differences(facts: Facts, truth: Facts): string[] {
  const wrong = each(facts).flatMap(([place, field, value]) => {
    const expected = valueIn(truth, place, field);
    const stays = isOfOddRow(place)
      ? field !== 'isGone' || value === true
      : value === ODD_TEXT && expected === null;
    return stays || same(expected, value)
      ? []
      : [`${place}.${field} is ${said(value)}, not ${said(expected)}`];
  });
  return [...wrong, ...lostRows(truth, facts).map((place) => `${place} is not there`)];
}

function each(facts: Facts): [place: string, field: string, value: unknown][] {
  return (Object.keys(facts) as (keyof Facts)[]).flatMap((kind) =>
    Object.entries(facts[kind] as Record<string, Fields>).flatMap(([id, fields]) =>
      Object.entries(fields).map(([field, value]): [string, string, unknown] => [
        `${kind}/${id}`,
        field,
        value,
      ]),
    ),
  );
}

function split(place: string): [keyof Facts, string] {
  const [kind = '', ...id] = place.split('/');
  return [kind as keyof Facts, id.join('/')];
}

function valueIn(facts: Facts, place: string, field: string): unknown {
  const [kind, id] = split(place);
  return (facts[kind] as Record<string, Fields | undefined>)[id]?.[field];
}

function said(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A game without a name goes by its id, a trophy of which nobody says that it is open is a secret. */
function isUnknown(field: string, value: unknown, place: string): boolean {
  if (field === 'hidden' && place.startsWith('trophies/')) return value === true;
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (field === 'name') return typeof value === 'string' && place.endsWith(`/${value}`);
  if (typeof value === 'number') return value < 0;
  if (typeof value === 'object') return Object.values(value).every((one) => one === null);
  return false;
}
