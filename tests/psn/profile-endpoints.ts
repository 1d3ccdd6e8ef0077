import type { Account } from './accounts/account.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { avatarUrl } from './picture-urls.ts';
import type { Call } from './route.ts';
import { serviceError } from './sony-errors.ts';
import type { World } from './world.ts';

const ANY_ORIGIN: Answer['headers'] = [['Access-Control-Allow-Origin', '*']];
const SIZES = ['s', 'xl', 'l', 'm'] as const;

/** A profile by account id. It does not take `me`, and does not say the account id. */
export function profile({ parameters }: Call, world: World, caller: Account): Answer {
  const player = world.accounts.withId(parameters[0] ?? '');
  if (player === undefined) return wrongAccountId();
  const { plan } = player;
  const body = {
    ...(plan.isUnfinished === true ? {} : { onlineId: plan.renamedTo ?? plan.onlineId }),
    ...(player === caller && plan.isChild !== true
      ? { personalDetail: { firstName: 'Sim', lastName: 'Player' } }
      : {}),
    aboutMe: plan.aboutMe ?? '',
    avatars: plan.isUnfinished === true ? [] : avatarsOf(player),
    languages: ['en-US'],
    isPlus: plan.isPlus === true,
    isOfficiallyVerified: false,
    isMe: player === caller,
  };
  return json(body, 200, ANY_ORIGIN);
}

function avatarsOf({ accountId }: Account): Record<'size' | 'url', string>[] {
  return SIZES.map((size) => ({ size, url: avatarUrl(accountId, size) }));
}

function wrongAccountId(): Answer {
  const message = 'Bad Request (path: accountId)';
  return serviceError('userProfile', 'bad-request', message, ANY_ORIGIN);
}
