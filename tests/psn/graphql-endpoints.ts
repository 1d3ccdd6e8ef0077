import type { Account } from './accounts/account.ts';
import type { PlayedGame } from './accounts/played-game.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { gameArtUrl } from './picture-urls.ts';
import { hexOf } from './random.ts';
import type { SonyRequest } from './request.ts';
import type { Call } from './route.ts';
import type { World } from './world.ts';

const HASHES = {
  purchased: '827a423f6a8ddca4107ac01395af2ec0eafd8396fc7fa204aaf9b7ed2eefa168',
  recentlyPlayed: 'e780a6d8b921ef0c59ec01ea5c5255671272ca0d819edb61320914cf7a78b3ae',
};

/** Everything in the player's library at the store, a page at a time. */
export function purchased({ request }: Call, _world: World, caller: Account): Answer {
  const variables = variablesOf(request, HASHES.purchased);
  if ('status' in variables) return variables as Answer;
  const size = numberIn(variables, 'size', 24);
  const start = numberIn(variables, 'start', 0);
  const platforms = listIn(variables, 'platform');
  const owned = caller.games.filter(
    (game) =>
      isGame(game) &&
      game.service !== 'other' &&
      platforms.includes(platformOf(game).toLowerCase()),
  );
  if (variables['sortDirection'] === 'asc') owned.reverse();
  const games = owned.slice(start, start + size).map(purchasedRow);
  const pageInfo = {
    isLast: start + size >= owned.length,
    offset: start,
    size,
    totalCount: owned.length,
  };
  return json({
    data: { purchasedTitlesRetrieve: { __typename: 'GameList', games, pageInfo } },
  });
}

/** What was played last. */
export function recentlyPlayed({ request }: Call, _world: World, caller: Account): Answer {
  const variables = variablesOf(request, HASHES.recentlyPlayed);
  if ('status' in variables) return variables as Answer;
  const wanted = variables['categories'];
  const categories = typeof wanted === 'string' ? wanted.split(',') : [];
  const games = caller.games
    .filter(({ category }) => categories.includes(category))
    .slice(0, numberIn(variables, 'limit', 50))
    .map(recentRow);
  return json({ data: { gameLibraryTitlesRetrieve: { __typename: 'GameList', games } } });
}

/** The query's variables, or what the gateway says to a request that it takes for a forgery or does not know. */
function variablesOf(request: SonyRequest, hash: string): Record<string, unknown> | Answer {
  const isPlain = request.headers['content-type']?.startsWith('application/json') !== true;
  const hasMark =
    'x-apollo-operation-name' in request.headers || 'apollo-require-preflight' in request.headers;
  if (isPlain && !hasMark) {
    const message =
      "This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). Please either specify a 'content-type' header (with a type that is not one of application/x-www-form-urlencoded, multipart/form-data, text/plain) or provide a non-empty value for one of the following headers: x-apollo-operation-name, apollo-require-preflight\n";
    return json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }, 400);
  }
  if (!(request.query.get('extensions') ?? '').includes(`"sha256Hash":"${hash}"`)) {
    const extensions = { code: 'PERSISTED_QUERY_NOT_FOUND' };
    return json({ errors: [{ message: 'PersistedQueryNotFound', extensions }] });
  }
  const variables: unknown = JSON.parse(request.query.get('variables') ?? '{}');
  return variables as Record<string, unknown>;
}

function numberIn(variables: Record<string, unknown>, name: string, fallback: number): number {
  const value = variables[name];
  return typeof value === 'number' ? value : fallback;
}

function listIn(variables: Record<string, unknown>, name: string): unknown[] {
  const value = variables[name];
  return Array.isArray(value) ? value : [];
}

function isGame({ category }: PlayedGame): boolean {
  return !category.endsWith('media_app');
}

function platformOf({ npTitleId }: PlayedGame): 'PS4' | 'PS5' {
  return npTitleId.startsWith('CUSA') ? 'PS4' : 'PS5';
}

function storeFields(game: PlayedGame): Record<string, unknown> {
  const entitlement = `UP${hexOf(game.npTitleId, 4).replace(/\D/g, '1')}-${game.npTitleId}`;
  return {
    __typename: 'GameLibraryTitle',
    conceptId: null,
    entitlementId: `${entitlement}-${hexOf(game.npTitleId, 16).toUpperCase()}`,
    image: {
      __typename: 'Media',
      url: gameArtUrl(game.npTitleId, game.npCommunicationIds[0]),
    },
    isActive: true,
    name: game.name,
    platform: platformOf(game),
    productId: `${entitlement}-${hexOf(`${game.npTitleId}/product`, 16).toUpperCase()}`,
    titleId: game.npTitleId,
  };
}

function purchasedRow(game: PlayedGame): Record<string, unknown> {
  const membership = game.service === 'ps_plus' ? 'PS_PLUS' : 'NONE';
  return { ...storeFields(game), isDownloadable: true, isPreOrder: false, membership };
}

function recentRow(game: PlayedGame): Record<string, unknown> {
  return {
    ...storeFields(game),
    lastPlayedDateTime: new Date(game.lastPlayedAt).toISOString(),
    ...(game.category === 'unknown' ? { platform: 'UNKNOWN' } : {}),
    subscriptionService: game.service === 'ps_plus' ? 'PS_PLUS' : 'NONE',
  };
}
