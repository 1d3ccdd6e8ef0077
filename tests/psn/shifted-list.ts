import type { Account } from './accounts/account.ts';
import { earnOne } from './accounts/changes.ts';
import type { Endpoint } from './endpoints.ts';
import type { SonyRequest } from './request.ts';
import type { World } from './world.ts';

/**
 * The player plays on while somebody reads page after page: the last item of the list moves to its top, so that
 * the page asked for now begins with a row of the page before, and the moved one was never seen.
 */
export function shiftList(endpoint: Endpoint, request: SonyRequest, world: World): void {
  const bearer = request.headers['authorization']?.slice('Bearer '.length);
  const player = world.tokens.bearer(bearer);
  if (typeof player === 'string') return;
  const now = Math.floor(world.clock.now() / 1000) * 1000;
  if (endpoint === 'trophyTitles') moveLastSet(player, now);
  if (endpoint === 'gamelist') moveLastGame(player, now);
}

function moveLastSet(player: Account, now: number): void {
  const last = player.sets.at(-1);
  if (last === undefined) return;
  earnOne(player, last, now);
  last.updatedAt = now;
}

function moveLastGame(player: Account, now: number): void {
  const last = player.games.at(-1);
  if (last === undefined) return;
  last.lastPlayedAt = now;
  last.playCount++;
}
