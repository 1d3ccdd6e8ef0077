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
import { aroundFailingRow } from '../domain/sync/around-failing-row';
import type { SaidPlayer, TrophySummary } from '../domain/connection/player';
import type { PlayedGame, SaidTitle } from '../domain/library/title';
import type { ListName } from '../domain/sync/list-reading';
import { halved, mayBeOfSize } from '../domain/sync/page-size';
import type { TrophyGroup, TrophyState } from '../domain/trophies/trophy-set';
import type { Definitions, Matches, Page, PsnLibrary, SetName, TrophyRows } from '../sync/ports';
import { allRows, type TrophiesPage } from './all-rows';
import * as answers from './answers';
import { askedLanguage } from './asked-language';
import { Authorized, type AccessTokenSource, type Probe } from './authorized';
import { matchesOf } from './matching';
import {
  toDefinition,
  toGroup,
  toPlayedGame,
  toPlayer,
  toState,
  toSummary,
  toTitle,
} from './to-domain';

/** Small requests of two services, by which an access token is tried. */
const PROBES: readonly Probe[] = [
  { endpoint: 'summary', call: (a) => getUserTrophyProfileSummary(a, 'me') },
  { endpoint: 'played-games', call: (a) => getUserPlayedGames(a, 'me', { limit: 1, offset: 0 }) },
  { endpoint: 'titles', call: (a) => getUserTitles(a, 'me', { limit: 1, offset: 0 }) },
];

/** The account's own lists, by psn-api, parsed. */
export class SonyLibrary implements PsnLibrary, PsnProfile {
  readonly #authorized: Authorized;
  readonly #partSizes: PartSizes;

  /**
   * @param signal ends it: after that no request goes out any more
   * @param partSizes by set, what is known of the size of its parts
   */
  constructor(access: AccessTokenSource, signal?: AbortSignal, partSizes: PartSizes = new Map()) {
    this.#authorized = new Authorized(access, PROBES, signal);
    this.#partSizes = partSizes;
  }

  language(): string {
    return askedLanguage();
  }

  /** One page of trophy sets, newest change first. */
  async titles(offset: number, limit: number, now: number): Promise<Page<SaidTitle>> {
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
      ...endOfPage(page, page.trophyTitles.length, offset, limit),
    };
  }

  async summary(): Promise<TrophySummary> {
    const answer = await this.#authorized.ask('summary', (authorization) =>
      getUserTrophyProfileSummary(authorization, 'me'),
    );
    const summary = toSummary(answers.parseAnswer('summary', answers.summary, answer));
    if (summary !== null) return summary;
    const fields = ['trophyLevel', 'earnedTrophies'];
    throw new FailureError({ cause: 'answer-not-understood', during: 'summary', fields });
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
      ...endOfPage(page, page.titles.length, offset, limit),
    };
  }

  /** The trophy sets of up to five played games. The second try of what may be one game's fault is each game alone. */
  setsOf(npTitleIds: readonly string[], again: number): Promise<Matches> {
    const ask = (ids: readonly string[]): Promise<unknown> =>
      this.#authorized.ask(
        'matching',
        (authorization) =>
          getUserTrophiesForSpecificTitle(authorization, 'me', { npTitleIds: ids.join(',') }),
        () => again > 0,
      );
    return matchesOf(ask, npTitleIds, again);
  }

  /** All trophies of a set as everybody has them. */
  async definitions(set: SetName): Promise<Definitions> {
    const language = this.language();
    const { npCommunicationId: id } = set;
    const ask: AskOfPart = (a, part) => getTitleTrophies(a, id, 'all', optionsFor(set, part));
    const { read, unread, missing } = await this.#trophies(
      { endpoint: 'definitions', id, ask },
      answers.definitionRow,
    );
    return { rows: read.map(toDefinition), unread, missing, language };
  }

  /** All trophies of a set as the player has them. Joined with the definitions by `trophyId`, never by position. */
  async earned(set: SetName, now: number): Promise<TrophyRows<TrophyState>> {
    const { npCommunicationId: id } = set;
    const ask: AskOfPart = (a, part) =>
      getUserTrophiesEarnedForTitle(a, 'me', id, 'all', optionsFor(set, part));
    const { read, unread, missing } = await this.#trophies(
      { endpoint: 'earned', id, ask },
      answers.earnedRow,
    );
    const rows = read.map((row) => toState(row, now));
    // Of whom Sony does not say whether it is earned, nothing is known: it is asked for again like one that is missing.
    const unsaid = rows.filter(({ earned }) => earned === null).length;
    return { rows, unread, missing: missing + unsaid };
  }

  /** The names of a set's base game and add-ons. */
  async groups(set: SetName): Promise<TrophyGroup[]> {
    const answer = await this.#authorized.ask('groups', (authorization) =>
      getTitleTrophyGroups(authorization, set.npCommunicationId, optionsFor(set)),
    );
    const { trophyGroups } = answers.parseAnswer('groups', answers.trophyGroups, answer);
    const { read } = answers.parseRows(answers.groupRow, 'trophyGroupId', trophyGroups);
    // There is no set without a group: to believe it would be to lose their names.
    if (read.length === 0) {
      const cause = 'answer-not-understood';
      throw new FailureError({ cause, during: 'groups', fields: ['trophyGroups'] });
    }
    return read.map(toGroup);
  }

  /**
   * Without a limit Sony sends a whole set, or says that there is more; what is missing then is asked for too. Where a
   * set fails for its size it is asked for in parts: that is its second try. A part that fails is halved, to the one
   * trophy that Sony fails over.
   */
  async #trophies<Schema extends z.ZodMiniType>(
    { endpoint, id, ask }: AskedOfSet,
    schema: Schema,
  ): Promise<ReadRows<Schema> & { missing: number }> {
    const askPart = async (
      part: Part,
      isTriedOtherwise: (failure: Failure) => boolean,
    ): Promise<TrophiesPage> => {
      const answer = await this.#authorized.ask(endpoint, (a) => ask(a, part), isTriedOtherwise);
      const { trophies, ...page } = answers.parseAnswer(endpoint, answers.trophiesPage, answer);
      return { ...page, rows: trophies, unread: [] };
    };
    const askFrom = async (offset: number, second?: number): Promise<TrophiesPage> => {
      const limit = second ?? (await this.#partSizes.get(id));
      const isWhole = limit === undefined;
      try {
        return await askPart(
          { offset, limit },
          (failure) => second !== undefined || (isWhole && mayComeInPages(failure)),
        );
      } catch (thrown) {
        if (!mayComeInPages(failureOf(thrown))) throw thrown;
        const less = isWhole ? PART : limit === PART ? PART / 2 : undefined;
        // Where no part comes either, the next try is for less, and then for the whole again.
        if (less === undefined) await this.#partSizes.delete(id);
        else await this.#partSizes.set(id, less);
        if (isWhole) return askFrom(offset, PART);
        const { page, size } = await aroundFailingRow(
          // One trophy that fails is tried twice; what is behind the part only shows whether it is one.
          (count, after) =>
            askPart({ offset: offset + after, limit: count }, () => count > 1 || after === limit),
          limit,
          thrown,
        );
        await this.#partSizes.set(id, size ?? limit);
        return page;
      }
    };
    const { rows, lost, total } = await allRows((offset) => askFrom(offset));
    // There is no set without trophies: to believe it would be to lose those that are held.
    if (rows.length === 0) {
      const cause = 'answer-not-understood';
      throw new FailureError({ cause, during: endpoint, fields: ['trophies'] });
    }
    const { read, unread } = answers.parseRows(schema, 'trophyId', rows);
    unread.push(...lost);
    return { read, unread, missing: Math.max(0, total - read.length - unread.length) };
  }

  /** The account's public face. This call does not take `me`. */
  async player(accountId: string): Promise<SaidPlayer> {
    const answer = await this.#authorized.ask('profile', (authorization) =>
      getProfileFromAccountId(authorization, accountId),
    );
    const player = toPlayer(accountId, answers.parseAnswer('profile', answers.profile, answer));
    // Of what is no profile nothing is believed: the one that was known stays.
    if (player.onlineId !== null || player.avatarUrl !== null) return player;
    throw new FailureError({
      cause: 'answer-not-understood',
      during: 'profile',
      fields: ['onlineId'],
    });
  }
}

type EndField = 'nextOffset' | 'totalItemCount';

/**
 * Where a page leads: on, and by no more rows than were asked for, or nowhere. A full one of which Sony says neither
 * what follows nor how many there are in all may have more behind it: an empty page will tell.
 */
function endOfPage(
  { nextOffset, totalItemCount: total }: Pick<z.output<typeof answers.titlesPage>, EndField>,
  rows: number,
  offset: number,
  limit: number,
): Pick<Page<unknown>, 'nextOffset' | 'total'> {
  const next = nextOffset ?? 0;
  if (next > offset && next <= offset + limit) return { nextOffset: next, total };
  const isOpen = total === null && rows >= limit;
  return { nextOffset: isOpen ? offset + rows : null, total };
}

/** Where a page fails for its size its half is asked for: that is its second try. */
function isHalved(list: ListName, limit: number): (failure: Failure) => boolean {
  return (failure) => mayBeOfSize(failure) && halved(list, limit) !== null;
}

/** Which of a set's trophies are asked for. */
interface Part {
  offset: number;
  limit?: number | undefined;
}

type AskOfPart = (authorization: AuthorizationPayload, part: Part) => Promise<unknown>;

/** What is asked of which set. */
interface AskedOfSet {
  endpoint: 'definitions' | 'earned';
  id: string;
  ask: AskOfPart;
}

/** So many trophies of a set to a part, by set, of those that fail as a whole. To forget it costs a request. */
export interface PartSizes {
  get(id: string): Promise<number | undefined> | number | undefined;
  set(id: string, size: number): unknown;
  delete(id: string): unknown;
}

/** Trophies to a part. Most sets have no more. */
const PART = 50;

/** True where a set that failed as a whole may be had in parts, and Sony has not said to come later. */
function mayComeInPages(failure: Failure): boolean {
  return mayBeOfSize(failure) && failure.until === undefined;
}

/** Rows as a schema reads them. */
type ReadRows<Schema extends z.ZodMiniType> = ReturnType<typeof answers.parseRows<Schema>>;

/** Sony answers 404 to a set in the wrong service: what its own list said goes back to it. The type knows two only. */
function optionsFor({ npServiceName }: SetName, { offset, limit }: Part = { offset: 0 }) {
  const service = npServiceName as 'trophy' | 'trophy2';
  return {
    ...(npServiceName === '' ? {} : { npServiceName: service }),
    ...(offset > 0 ? { offset } : {}),
    ...(limit === undefined ? {} : { limit }),
  };
}
