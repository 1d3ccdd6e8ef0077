import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import type { Call } from './route.ts';
import { cookieOf } from './request.ts';
import { accountError } from './sony-errors.ts';
import type { World } from './world.ts';

/** Names the browser's session: the same NPSSO at every call, its seconds counting down. */
export function ssocookie({ request }: Call, world: World): Answer {
  const session = world.sessions.alive(cookieOf(request, 'npsso'));
  const isUnfinished = world.settings.profileUnfinished === 'at-session';
  if (session === null || session.signedOutAt !== null || isUnfinished) {
    return accountError('invalid_grant', 'Invalid login', 20, world.settings.invalidLoginStatus);
  }
  return json({ npsso: session.npsso, expires_in: world.sessions.secondsLeft(session) });
}
