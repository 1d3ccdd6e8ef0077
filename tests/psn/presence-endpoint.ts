import type { Account } from './accounts/account.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { gameArtUrl } from './picture-urls.ts';
import type { Call } from './route.ts';
import { serviceError } from './sony-errors.ts';
import type { World } from './world.ts';

const ANY_ORIGIN: Answer['headers'] = [['Access-Control-Allow-Origin', '*']];
const HOUR = 3_600_000;

/** Whether a player is online, and in which game. Here: whoever played within the last two hours. */
export function presence({ parameters }: Call, world: World, caller: Account): Answer {
  const player = world.accounts.withId(parameters[0] ?? '');
  if (player === undefined) {
    const message = 'Bad Request (path: accountId)';
    return serviceError('userProfile', 'bad-request', message, ANY_ORIGIN);
  }
  if (player !== caller && player.plan.isPrivate === true) {
    const message = 'Not permitted by access control';
    return serviceError('userProfile', 'access-control', message, ANY_ORIGIN);
  }
  return json({ basicPresence: presenceOf(player, world.clock.now()) }, 200, ANY_ORIGIN);
}

function presenceOf(player: Account, now: number): Record<string, unknown> {
  const game = player.games[0];
  const isOnline = game !== undefined && game.lastPlayedAt > now - 2 * HOUR;
  const isPs4 = game?.npTitleId.startsWith('CUSA') === true;
  const platform = isPs4 ? 'ps4' : 'PS5';
  if (game === undefined || !isOnline) {
    return {
      availability: 'unavailable',
      primaryPlatformInfo: {
        onlineStatus: 'offline',
        platform,
        lastOnlineDate: new Date(game?.lastPlayedAt ?? 0).toISOString(),
      },
    };
  }
  return {
    availability: 'availableToPlay',
    primaryPlatformInfo: { onlineStatus: 'online', platform },
    gameTitleInfoList: [
      {
        npTitleId: game.npTitleId,
        titleName: game.name,
        format: platform,
        launchPlatform: platform,
        conceptIconUrl: gameArtUrl(game.npTitleId, game.npCommunicationIds[0]),
      },
    ],
  };
}
