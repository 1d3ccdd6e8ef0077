import { size } from '../format/bytes';
import { calendarDayOf, shortDay } from '../format/dates';
import { percent } from '../format/numbers';
import type { CopyFigures } from '../domain/copies/copy-figures';
import { ago } from './ago';
import * as words from './en/copies.json';

const DAY = 24 * 60 * 60_000;

export * as copiesWords from './en/copies.json';

/** What a copy is called: a name that every disk takes. */
export function copyFileName(onlineId: string | null, now: number): string {
  const day = new Date(calendarDayOf(now) * DAY).toISOString().slice(0, 10);
  const name = words.fileName({ onlineId: (onlineId ?? '').replaceAll(/[^\w-]/g, ''), day });
  return name.replaceAll(/ +/g, ' ');
}

/** @param end whether it lies on the disk */
export function copyMade(
  end: 'complete' | 'interrupted' | 'unknown',
  bytes: number,
  locale: string,
): string {
  if (end === 'interrupted') return words.notSaved;
  const said = end === 'complete' ? words.savedToDisk : words.saved;
  return said({ size: size(bytes, locale) });
}

/** Whose copy it is, and of which day. */
export function whoseCopy(owner: string, madeAt: number, locale: string): string {
  return words.whose({ owner, day: shortDay(madeAt, locale) });
}

/** That what lies in the folder under our name is another installation's. */
export function othersCopy(
  { name, since }: { name: string; since: number },
  locale: string,
): string {
  return words.othersCopy({ name, day: shortDay(since, locale) });
}

/** How far it is, for example `Making the copy: 72%`. */
export function copyProgress(kind: 'saving' | 'reading', part: number, locale: string): string {
  const said = kind === 'saving' ? words.saving : words.reading;
  return said({ part: percent(100 * part, locale) });
}

/** How long ago the last copy left this browser, or that none has. */
export function lastCopy(at: number | null, now: number, locale: string): string {
  return at === null ? words.noCopy : words.lastCopy({ ago: ago(at, now, locale) });
}

/** What kept a copy from being made, with the browser's own name for the setting that did. */
export function troubleWords(
  kind: keyof typeof words.troubles,
  browser: keyof typeof words.settingsOf,
): { title: string; text: string } {
  const { title, text } = words.troubles[kind];
  if (typeof text === 'string') return { title, text };
  return { title, text: text({ setting: words.settingsOf[browser] }) };
}

/** What is wrong with the folder of the player's choice. */
export function folderWords(
  kind: keyof typeof words.folderTroubles,
  folder: string,
): { title: string; text: string } {
  const { title, text } = words.folderTroubles[kind];
  return { title: title({ folder }), text };
}

/** What a copy would hold less of, a line each. What was counted together has one name. */
export function fewerThan(found: CopyFigures, before: CopyFigures, locale: string): string[] {
  const names =
    before.marks === null ? { ...words.figures, picks: words.picksAndMarks } : words.figures;
  return (Object.keys(names) as (keyof CopyFigures)[]).flatMap((name) => {
    const [is, was] = [found[name] ?? 0, before[name] ?? 0];
    return is < was ? [words.fewer({ what: names[name], found: is, before: was }, locale)] : [];
  });
}
