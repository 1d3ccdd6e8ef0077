import {
  getProfileFromAccountId,
  getUserPlayedGames,
  getUserTitles,
  getUserTrophiesForSpecificTitle,
  getUserTrophyProfileSummary,
} from 'psn-api';
import type { PsnProfile } from '../connection/ports';
import { FailureError, failureOf, type Cause, type Failure } from '../domain/failure';
import type { Player, TrophySummary } from '../domain/player';
import type { PlayedGame, Title } from '../domain/title';
import type { Page, PsnLibrary } from '../sync/ports';
import * as answers from './answers';
import { authorized, type AccessTokens } from './authorized';
import { toPlayedGame, toPlayer, toTitle } from './to-domain';

/** Sony's limits: more is refused with 400. */
const TITLES_A_PAGE = 800;
const PLAYED_GAMES_A_PAGE = 200;

/** What a single bad id can make of a whole call. */
const ONE_BAD_ID: readonly Cause[] = ['not-found', 'not-permitted', 'answer-not-understood'];

/** The account's own lists, by psn-api, parsed. */
export class SonyLibrary implements PsnLibrary, PsnProfile {
  readonly #access: AccessTokens;

  constructor(access: AccessTokens) {
    this.#access = access;
  }

  /** One page of trophy sets, newest change first. */
  async titles(offset: number): Promise<Page<Title>> {
    const answer = await authorized('titles', this.#access, (authorization) =>
      getUserTitles(authorization, 'me', { limit: TITLES_A_PAGE, offset }),
    );
    const page = answers.parseAnswer('titles', answers.titlesPage, answer);
    const { read, unread } = answers.parseRows(
      answers.titleRow,
      'npCommunicationId',
      page.trophyTitles,
    );
    return {
      rows: read.map(toTitle),
      unread,
      nextOffset: page.nextOffset ?? null,
      total: page.totalItemCount,
    };
  }

  async summary(): Promise<TrophySummary> {
    const answer = await authorized('summary', this.#access, (authorization) =>
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
  async playedGames(offset: number): Promise<Page<PlayedGame>> {
    const answer = await authorized('played-games', this.#access, (authorization) =>
      getUserPlayedGames(authorization, 'me', { limit: PLAYED_GAMES_A_PAGE, offset }),
    );
    const page = answers.parseAnswer('played-games', answers.playedPage, answer);
    const { read, unread } = answers.parseRows(answers.playedRow, 'titleId', page.titles);
    return {
      rows: read.map(toPlayedGame),
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
    const answer = await authorized('matching', this.#access, (authorization) =>
      getUserTrophiesForSpecificTitle(authorization, 'me', { npTitleIds: npTitleIds.join(',') }),
    );
    const { titles } = answers.parseAnswer('matching', answers.setsOfTitles, answer);
    return new Map(
      titles.map(({ npTitleId, trophyTitles }) => [
        npTitleId,
        trophyTitles.map(({ npCommunicationId }) => npCommunicationId),
      ]),
    );
  }

  /** The account's public face. This call does not take `me`. */
  async player(accountId: string): Promise<Player> {
    const answer = await authorized('profile', this.#access, (authorization) =>
      getProfileFromAccountId(authorization, accountId),
    );
    return toPlayer(accountId, answers.parseAnswer('profile', answers.profile, answer));
  }
}
