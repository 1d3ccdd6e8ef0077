import { size } from '../format/bytes';
import { calendarDayOf, shortDay } from '../format/dates';
import { percent } from '../format/numbers';
import * as words from './en/copies.json';

const DAY = 24 * 60 * 60_000;

export * as copiesWords from './en/copies.json';

/** What a copy is called: a name that every disk takes. */
export function copyFileName(onlineId: string | null, now: number): string {
  const day = new Date(calendarDayOf(now) * DAY).toISOString().slice(0, 10);
  const name = words.fileName({ onlineId: (onlineId ?? '').replaceAll(/[^\w-]/g, ''), day });
  return name.replaceAll(/ +/g, ' ');
}

export function copyMade(bytes: number, locale: string): string {
  return words.saved({ size: size(bytes, locale) });
}

/** Whose copy it is, and of which day. */
export function whoseCopy(owner: string, madeAt: number, locale: string): string {
  return words.whose({ owner, day: shortDay(madeAt, locale) });
}

/** How far it is, for example `Making the copy: 72%`. */
export function copyProgress(kind: 'saving' | 'reading', part: number, locale: string): string {
  const said = kind === 'saving' ? words.saving : words.reading;
  return said({ part: percent(100 * part, locale) });
}
