import type { StoredKind } from '../domain/history/retention';
import { size } from '../format/bytes';
import * as words from './en/settings.json';

export {
  storedData as STORED_DATA,
  storedDataHint as STORED_DATA_HINT,
  whatStays as WHAT_STAYS,
  counting as COUNTING_DATA,
} from './en/settings.json';

/** How much of a kind there is now. */
interface Amount {
  rows: number;
  bytes: number;
}

export function storedKind(kind: StoredKind): string {
  return words.storedKinds[kind];
}

/** How long it stays, for example `The last 100`. */
export function howLong(limit: number | null, locale: string): string {
  return limit === null ? words.keptUntilErased : words.keptLast({ limit }, locale);
}

/** What there is of it, for example `37 reports, about 9 kB`; what cannot be counted is not called nothing. */
export function storedAmount(
  kind: StoredKind,
  amount: Amount | null | undefined,
  locale: string,
): string {
  if (amount === undefined || amount === null) return words.amountUnknown;
  const { rows, bytes } = amount;
  if (rows === 0) return words.nothingYet;
  return words.storedAmounts[kind]({ rows, size: size(bytes, locale) }, locale);
}
