import type { AskedKind } from '../domain/history/asked-of-sony';
import * as words from './en/settings.json';

export {
  asked as ASKED,
  askedHint as ASKED_HINT,
  askedInAll as ASKED_IN_ALL,
} from './en/settings.json';

export function askedKind(kind: AskedKind): string {
  return words.askedKinds[kind];
}

/** For example `12 today, 340 in seven days`. */
export function askedTimes(today: number, inAll: number, locale: string): string {
  return inAll === 0 ? words.askedNothing : words.askedTimes({ today, inAll }, locale);
}
