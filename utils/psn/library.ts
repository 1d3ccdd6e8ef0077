import {
  getProfileFromAccountId,
  getTitleTrophies,
  getTitleTrophyGroups,
  getUserPlayedGames,
  getUserTitles,
  getUserTrophiesEarnedForTitle,
  getUserTrophiesForSpecificTitle,
  getUserTrophyProfileSummary,
  type AuthorizationPayload,
} from 'psn-api';
import type * as z from 'zod/mini';
import type { PsnProfile } from '../connection/ports';
import { FailureError, failureOf, type Failure } from '../domain/failure';
import type { Player, TrophySummary } from '../domain/connection/player';
import type { PlayedGame, Title } from '../domain/library/title';
import type { ListName } from '../domain/sync/list-reading';
import { halved, mayBeOfSize } from '../domain/sync/page-size';
import type { TrophyGroup, TrophyState } from '../domain/trophies/trophy-set';
import type { Definitions, Page, PsnLibrary, SetName, TrophyRows } from '../sync/ports';
import { allRows } from './all-rows';
import * as answers from './answers';
import { askedLanguage } from './asked-language';
import { Authorized, type AccessTokenSource, type Probe } from './authorized';
import { SonyFailureError } from './sony-failure';
import { toDefinition, toGroup, toPlayedGame, toPlayer, toState, toTitle } from './to-domain';

/** What a single bad id makes of a whole call. */
const ONE_BAD_ID: readonly (number | undefined)[] = [400, 404];

/** Small requests of two services, by which an access token is tried. */
const PROBES: readonly Probe[] = [
  { endpoint: 'summary', call: (a) => getUserTrophyProfileSummary(a, 'me') },
  { endpoint: 'played-games', call: (a) => getUserPlayedGames(a, 'me', { limit: 1, offset: 0 }) },
  { endpoint: 'titles', call: (a) => getUserTitles(a, 'me', { limit: 1, offset: 0 }) },
];

/** The account's own lists, by psn-api, parsed. */
export class SonyLibrary implements PsnLibrary, PsnProfile {
  readonly #authorized: Authorized;

  /** @param signal ends it: after that no request goes out any more */
  constructor(access: AccessTokenSource, signal?: AbortSignal) {
    this.#authorized = new Authorized(access, PROBES, signal);
  }

  language(): string {
    return askedLanguage();
  }

  /** One page of trophy sets, newest change first. */
  async titles(offset: number, limit: number, now: number): Promise<Page<Title>> {
    const language = this.language();
    const answer = await this.#authorized.ask(
      'titles',
      (authorization) => getUserTitles(authorization, 'me', { limit, offset }),
      isHalved('titles', limit),
    );
    const page = answers.parseAnswer('titles', answers.titlesPage, answer);
    const { read, unread } = answers.parseRows(
      answers.titleRow,
      'npCommunicationId',
      page.trophyTitles,
    );
    return {
      rows: read.map((row) => toTitle(row, { language, now })),
      unread,
      nextOffset: page.nextOffset ?? null,
      total: page.totalItemCount,
    };
  }

  async summary(): Promise<TrophySummary> {
    const answer = await this.#authorized.ask('summary', (authorization) =>
      getUserTrophyProfileSummary(authorization, 'me'),
    );
    const { trophyLevel, progress, tier, earnedTrophies } = answers.parseAnswer(
      'summary',
      answers.summary,
      answer,
    );
    return { trophyLevel, progress, tier, earned: earnedTrophies };
  }

  /** One page of the played list (PS4 and newer), last played first. */
  async playedGames(offset: number, limit: number, now: number): Promise<Page<PlayedGame>> {
    const answer = await this.#authorized.ask(
      'played-games',
      (authorization) => getUserPlayedGames(authorization, 'me', { limit, offset }),
      isHalved('played-games', limit),
    );
    const page = answers.parseAnswer('played-games', answers.playedPage, answer);
    const { read, unread } = answers.parseRows(answers.playedRow, 'titleId', page.titles);
    return {
      rows: read.map((row) => toPlayedGame(row, now)),
      unread,
      nextOffset: page.nextOffset ?? null,
      total: page.totalItemCount,
    };
  }

  /**
   * The trophy sets of up to five played games; a game that Sony does not know has none. One such id fails the whole
   * call: Sony names it, and the others are asked for once more. Where it names none the call is split, once, and
   * games of a half that fails too are not among the answers.
   */
  async setsOf(npTitleIds: readonly string[]): Promise<Map<string, string[]>> {
    try {
      return await this.#askSets(npTitleIds);
    } catch (thrown) {
      if (!ONE_BAD_ID.includes(failureOf(thrown).status)) throw thrown;
      const unknownId = thrown instanceof SonyFailureError ? thrown.unknownId : null;
      if (unknownId !== null && npTitleIds.includes(unknownId)) {
        return this.#setsWithout(npTitleIds, unknownId);
      }
      if (npTitleIds.length === 1) throw thrown;
      return this.#setsOfHalves(npTitleIds);
    }
  }

  async #setsWithout(
    npTitleIds: readonly string[],
    unknownId: string,
  ): Promise<Map<string, string[]>> {
    const others = npTitleIds.filter((id) => id !== unknownId);
    const sets = others.length === 0 ? new Map<string, string[]>() : await this.setsOf(others);
    return sets.set(unknownId, []);
  }

  async #setsOfHalves(npTitleIds: readonly string[]): Promise<Map<string, string[]>> {
    const middle = Math.ceil(npTitleIds.length / 2);
    const sets = new Map<string, string[]>();
    let refusal: unknown = null;
    for (const half of [npTitleIds.slice(0, middle), npTitleIds.slice(middle)]) {
      try {
        for (const [id, ids] of await this.#askSets(half)) sets.set(id, ids);
      } catch (thrown) {
        if (!ONE_BAD_ID.includes(failureOf(thrown).status)) throw thrown;
        refusal = thrown;
      }
    }
    // When both fail it is not the ids.
    if (sets.size === 0) throw refusal;
    return sets;
  }

  async #askSets(npTitleIds: readonly string[]): Promise<Map<string, string[]>> {
    const answer = await this.#authorized.ask('matching', (authorization) =>
      getUserTrophiesForSpecificTitle(authorization, 'me', { npTitleIds: npTitleIds.join(',') }),
    );
    const { titles } = answers.parseAnswer('matching', answers.setsOfTitles, answer);
    const sets = withNone(npTitleIds);
    const unread: unknown[] = [];
    for (const row of titles) {
      const { data } = answers.setsOfTitle.safeParse(row);
      if (data === undefined) unread.push(row);
      else {
        const ids = data.trophyTitles.map(({ npCommunicationId }) => npCommunicationId);
        // A set that is named twice would have its playtime twice.
        sets.set(data.npTitleId, [...new Set([...(sets.get(data.npTitleId) ?? []), ...ids])]);
      }
    }
    return withoutUnread(sets, unread);
  }

  /** All trophies of a set as everybody has them. */
  async definitions(set: SetName): Promise<Definitions> {
    const language = this.language();
    const { read, unread, missing } = await this.#trophies(
      'definitions',
      answers.definitionRow,
      (a, offset) => getTitleTrophies(a, set.npCommunicationId, 'all', optionsFor(set, offset)),
    );
    return { rows: read.map(toDefinition), unread, missing, language };
  }

  /** All trophies of a set as the player has them. Joined with the definitions by `trophyId`, never by position. */
  async earned(set: SetName, now: number): Promise<TrophyRows<TrophyState>> {
    const { read, unread, missing } = await this.#trophies(
      'earned',
      answers.earnedRow,
      (a, offset) =>
        getUserTrophiesEarnedForTitle(
          a,
          'me',
          set.npCommunicationId,
          'all',
          optionsFor(set, offset),
        ),
    );
    const rows = read.map((row) => toState(row, now));
    // Of whom Sony does not say whether it is earned, nothing is known: it is asked for again like one that is missing.
    const unsaid = rows.filter(({ earned }) => earned === null).length;
    return { rows, unread, missing: missing + unsaid };
  }

  /** The names of a set's base game and add-ons. */
  async groups(set: SetName): Promise<TrophyGroup[]> {
    const answer = await this.#authorized.ask('groups', (authorization) =>
      getTitleTrophyGroups(authorization, set.npCommunicationId, optionsFor(set, 0)),
    );
    const { trophyGroups } = answers.parseAnswer('groups', answers.trophyGroups, answer);
    return answers.parseRows(answers.groupRow, 'trophyGroupId', trophyGroups).read.map(toGroup);
  }

  /** Without a limit Sony sends a whole set, or says that there is more; what is missing then is asked for too. */
  async #trophies<Schema extends z.ZodMiniType>(
    endpoint: 'definitions' | 'earned',
    schema: Schema,
    ask: (authorization: AuthorizationPayload, offset: number) => Promise<unknown>,
  ): Promise<ReadRows<Schema> & { missing: number }> {
    const askFrom = async (offset: number) => {
      const answer = await this.#authorized.ask(endpoint, (authorization) =>
        ask(authorization, offset),
      );
      return answers.parseAnswer(endpoint, answers.trophiesPage, answer);
    };
    const { rows, total } = await allRows(askFrom);
    // There is no set without trophies: to believe it would be to lose those that are held.
    if (rows.length === 0) {
      const cause = 'answer-not-understood';
      throw new FailureError({ cause, during: endpoint, fields: ['trophies'] });
    }
    const { read, unread } = answers.parseRows(schema, 'trophyId', rows);
    return { read, unread, missing: Math.max(0, total - read.length - unread.length) };
  }

  /** The account's public face. This call does not take `me`. */
  async player(accountId: string): Promise<Player> {
    const answer = await this.#authorized.ask('profile', (authorization) =>
      getProfileFromAccountId(authorization, accountId),
    );
    return toPlayer(accountId, answers.parseAnswer('profile', answers.profile, answer));
  }
}

/** Where a page fails for its size its half is asked for: that is its second try. */
function isHalved(list: ListName, limit: number): (failure: Failure) => boolean {
  return (failure) => mayBeOfSize(failure) && halved(list, limit) !== null;
}

function withNone(npTitleIds: readonly string[]): Map<string, string[]> {
  return new Map(npTitleIds.map((id) => [id, []]));
}

/** The same without games whose row could not be read: that they have no set would be believed for ever. */
function withoutUnread(
  sets: Map<string, string[]>,
  unread: readonly unknown[],
): Map<string, string[]> {
  const ids = unread.map((row) => answers.rowIdOf(row, 'npTitleId'));
  const isOfAnyGame = ids.includes(null);
  const left = [...sets].filter(
    ([id, own]) => !ids.includes(id) && (own.length > 0 || !isOfAnyGame),
  );
  if (left.length > 0 || unread.length === 0) return new Map(left);
  const cause = 'answer-not-understood';
  throw new FailureError({ cause, during: 'matching', fields: ['titles'] });
}

/** Rows as a schema reads them. */
type ReadRows<Schema extends z.ZodMiniType> = ReturnType<typeof answers.parseRows<Schema>>;

/** Sony answers 404 to a set in the wrong service: what its own list said goes back to it. The type knows two only. */
function optionsFor({ npServiceName }: SetName, offset: number) {
  const service = npServiceName as 'trophy' | 'trophy2';
  return {
    ...(npServiceName === '' ? {} : { npServiceName: service }),
    ...(offset > 0 ? { offset } : {}),
  };
}
