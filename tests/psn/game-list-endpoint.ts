import type { Account } from './accounts/account.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { gameRow } from './game-rows.ts';
import { languageOf } from './language.ts';
import { wholeNumber } from './paging.ts';
import type { Call } from './route.ts';
import { gamelistError } from './sony-errors.ts';
import { isAnswer, playerOf } from './whose-data.ts';
import type { World } from './world.ts';

const MOST = 200;

/** Everything played on PS4, PS5 and PC, last played first; here the last page says `nextOffset: null`. */
export function gamelist({ request, parameters }: Call, world: World, caller: Account): Answer {
  const { query } = request;
  const limit = wholeNumber(query.get('limit'), 10);
  const offset = wholeNumber(query.get('offset'), 0);
  if (limit === null || limit < 1 || limit > MOST || offset === null || offset < 0) {
    return gamelistError(
      `invalid request, requested limit=${query.get('limit') ?? ''} allowed limit=${MOST}`,
    );
  }
  const player = playerOf(parameters[0] ?? '', caller, world);
  if (isAnswer(player)) return player;
  const wanted = query.get('categories')?.split(',') ?? null;
  const all = player.games.filter((game) => wanted === null || wanted.includes(game.category));
  const end = offset + limit;
  const language = languageOf(request, world);
  return json(
    {
      titles: all.slice(offset, end).map((game) => gameRow(game, language, world.settings.forms)),
      nextOffset: end < all.length ? end : null,
      previousOffset: Math.max(0, offset - 1),
      totalItemCount: all.length,
    },
    200,
    [
      ['Access-Control-Allow-Origin', '*'],
      ['Cache-Control', 'private'],
    ],
  );
}
