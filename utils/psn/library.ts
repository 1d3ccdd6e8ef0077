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
import { FailureError, failureOf, type Cause, type Failure } from '../domain/failure';
import type { Player, TrophySummary } from '../domain/connection/player';
import type { PlayedGame, Title } from '../domain/library/title';
import type { TrophyGroup, TrophyState } from '../domain/trophies/trophy-set';
import type { Definitions, Page, PsnLibrary, Rows, SetName } from '../sync/ports';
import * as answers from './answers';
import { askedLanguage } from './asked-language';
import { authorized, type AccessTokenSource } from './authorized';
import { toDefinition, toGroups, toPlayedGame, toPlayer, toState, toTitle } from './to-domain';

/** Sony's limits: more is refused with 400. */
const TITLES_A_PAGE = 800;

/** What a single bad id can make of a whole call. */
const ONE_BAD_ID: readonly Cause[] = ['not-found', 'not-permitted', 'answer-not-understood'];

/** The account's own lists, by psn-api, parsed. */
export class SonyLibrary implements PsnLibrary, PsnProfile {
  readonly #access: AccessTokenSource;
  readonly #signal: AbortSignal | undefined;

  /** @param signal ends it: after that no request goes out any more */
  constructor(access: AccessTokenSource, signal?: AbortSignal) {
    this.#access = access;
    this.#signal = signal;
  }

  language(): string {
    return askedLanguage();
  }

  /** One page of trophy sets, newest change first. */
  async titles(offset: number, now: number): Promise<Page<Title>> {
    const language = this.language();
    const answer = await authorized('titles', this.#access, this.#signal, (authorization) =>
      getUserTitles(authorization, 'me', { limit: TITLES_A_PAGE, offset }),
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
    const answer = await authorized('summary', this.#access, this.#signal, (authorization) =>
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
    const answer = await authorized('played-games', this.#access, this.#signal, (authorization) =>
      getUserPlayedGames(authorization, 'me', { limit, offset }),
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
   * The trophy sets of up to five played games. One id that Sony does not know fails the whole call with 404, so the
   * ids are then asked for one by one, and one that fails alone has none.
   */
  async setsOf(npTitleIds: readonly string[]): Promise<Map<string, string[]>> {
    try {
      return await this.#askSets(npTitleIds);
    } catch (thrown) {
      if (!ONE_BAD_ID.includes(failureOf(thrown).cause)) throw thrown;
      return this.#askSetsSingly(npTitleIds);
    }
  }

  async #askSetsSingly(npTitleIds: readonly string[]): Promise<Map<string, string[]>> {
    const sets = new Map<string, string[]>();
    const failures: Failure[] = [];
    for (const id of npTitleIds) {
      try {
        for (const [npTitleId, ids] of await this.#askSets([id])) sets.set(npTitleId, ids);
      } catch (thrown) {
        failures.push(failureOf(thrown));
      }
    }
    const [odd] = failures.filter(({ cause }) => cause !== 'not-found');
    // When every single one fails it is not the ids.
    const isGeneral = failures.length === npTitleIds.length;
    const isOther = failures.find(({ cause }) => !ONE_BAD_ID.includes(cause));
    if (isOther !== undefined || (isGeneral && odd !== undefined)) {
      throw new FailureError(isOther ?? odd ?? { cause: 'unexpected' });
    }
    return sets;
  }

  async #askSets(npTitleIds: readonly string[]): Promise<Map<string, string[]>> {
    const answer = await authorized('matching', this.#access, this.#signal, (authorization) =>
      getUserTrophiesForSpecificTitle(authorization, 'me', { npTitleIds: npTitleIds.join(',') }),
    );
    const { titles } = answers.parseAnswer('matching', answers.setsOfTitles, answer);
    const sets = new Map<string, string[]>();
    for (const { npTitleId, trophyTitles } of titles) {
      const ids = trophyTitles.map(({ npCommunicationId }) => npCommunicationId);
      // A set that is named twice would have its playtime twice.
      sets.set(npTitleId, [...new Set([...(sets.get(npTitleId) ?? []), ...ids])]);
    }
    return sets;
  }

  /** All trophies of a set as everybody has them. */
  async definitions(set: SetName): Promise<Definitions> {
    const language = this.language();
    const { read, unread } = await this.#trophies(
      'definitions',
      answers.definitionRow,
      (a, offset) => getTitleTrophies(a, set.npCommunicationId, 'all', optionsFor(set, offset)),
    );
    return { rows: read.map(toDefinition), unread, language };
  }

  /** All trophies of a set as the player has them. Joined with the definitions by `trophyId`, never by position. */
  async earned(set: SetName, now: number): Promise<Rows<TrophyState>> {
    const { read, unread } = await this.#trophies('earned', answers.earnedRow, (a, offset) =>
      getUserTrophiesEarnedForTitle(a, 'me', set.npCommunicationId, 'all', optionsFor(set, offset)),
    );
    return { rows: read.map((row) => toState(row, now)), unread };
  }

  /** The names of a set's base game and add-ons. */
  async groups(set: SetName): Promise<TrophyGroup[]> {
    const answer = await authorized('groups', this.#access, this.#signal, (authorization) =>
      getTitleTrophyGroups(authorization, set.npCommunicationId, optionsFor(set, 0)),
    );
    return toGroups(answers.parseAnswer('groups', answers.trophyGroups, answer));
  }

  /** Without a limit Sony sends a whole set; should it page one day, every page is read. */
  async #trophies<Schema extends z.ZodMiniType>(
    endpoint: 'definitions' | 'earned',
    schema: Schema,
    ask: (authorization: AuthorizationPayload, offset: number) => Promise<unknown>,
  ): Promise<ReadRows<Schema>> {
    const rows: unknown[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const from: number = offset;
      const answer = await authorized(endpoint, this.#access, this.#signal, (authorization) =>
        ask(authorization, from),
      );
      const page = answers.parseAnswer(endpoint, answers.trophiesPage, answer);
      rows.push(...page.trophies);
      const next = page.nextOffset ?? 0;
      offset = next > from ? next : null;
    }
    // There is no set without trophies: to believe it would be to lose those that are held.
    if (rows.length === 0) {
      const cause = 'answer-not-understood';
      throw new FailureError({ cause, during: endpoint, fields: ['trophies'] });
    }
    return answers.parseRows(schema, 'trophyId', rows);
  }

  /** The account's public face. This call does not take `me`. */
  async player(accountId: string): Promise<Player> {
    const answer = await authorized('profile', this.#access, this.#signal, (authorization) =>
      getProfileFromAccountId(authorization, accountId),
    );
    return toPlayer(accountId, answers.parseAnswer('profile', answers.profile, answer));
  }
}

/** Rows as a schema reads them. */
type ReadRows<Schema extends z.ZodMiniType> = ReturnType<typeof answers.parseRows<Schema>>;

/** Sony answers 404 to a set in the wrong service: what its own list said goes back to it. The type knows two only. */
function optionsFor({ npServiceName }: SetName, offset: number) {
  const service = npServiceName as 'trophy' | 'trophy2';
  return { npServiceName: service, ...(offset > 0 ? { offset } : {}) };
}
