import type { Account } from './accounts/account.ts';
import type { Answer } from './answer.ts';
import { notFound, serviceError } from './sony-errors.ts';
import type { World } from './world.ts';

/** The player whose data a path names: `me`, or an account id; others' may be private. */
export function playerOf(reference: string, caller: Account, world: World): Account | Answer {
  if (reference === 'me') return caller;
  if (!/^\d+$/.test(reference)) {
    return serviceError('trophy', 'bad-request', 'Bad Request (path: sort)');
  }
  const player = world.accounts.withId(reference);
  if (player === undefined) return notFound();
  if (player !== caller && player.plan.isPrivate === true) {
    return serviceError('trophy', 'access-control', 'Not permitted by access control');
  }
  return player;
}

export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'body' in value;
}
