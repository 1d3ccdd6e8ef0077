import type { AskedKind } from '../domain/history/asked-of-sony';
import { count } from '../format/numbers';

export const ASKED = 'What was asked of Sony';
export const ASKED_HINT =
  'Requests of Trophy Shelf in this browser, in the last seven days. Sony allows about 300 in 15 minutes, of which its sign-in is no part. Pictures are loaded as pages show them, and not counted.';

const KINDS: Record<AskedKind, string> = {
  'sign-in': 'Whether you are signed in',
  connection: 'The connection, and renewing it',
  games: 'Your list of games',
  trophies: 'Trophies of a game',
  playtimes: 'Playtimes',
  profile: 'Your name and trophy level',
};

export const ASKED_IN_ALL = 'All of it';

export function askedKind(kind: AskedKind): string {
  return KINDS[kind];
}

/** For example `12 today, 340 in seven days`. */
export function askedTimes(today: number, inAll: number, locale: string): string {
  if (inAll === 0) return 'Nothing';
  return `${count(today, locale)} today, ${count(inAll, locale)} in seven days`;
}
