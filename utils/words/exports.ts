import * as words from './en/exports.json';

export {
  exports as EXPORTS,
  exportsHint as EXPORTS_HINT,
  nothingToExport as NOTHING_TO_EXPORT,
} from './en/exports.json';
export { trophyNameless as NAMELESS_TROPHY } from './en/changes.json';
export * as exportsWords from './en/exports.json';

/** How much of a library goes into a file, and what of it is missing there. */
interface InFile {
  games: number;
  entries: number;
  withoutTrophies: number;
  withoutEarned: number;
  withoutStatus: number;
  unreadable: number;
}

/**
 * A sentence for each thing.
 * @param isOfTrophies the file is made of trophies, and does not only say when the first and the last were earned
 */
export function inFileSaid(inFile: InFile, isOfTrophies: boolean, locale: string): string[] {
  const { games, entries, withoutTrophies, withoutEarned, withoutStatus, unreadable } = inFile;
  const lacking = isOfTrophies ? words.noTrophiesOf : words.noDatesOf;
  return [
    games === 0 ? words.nothingLeft : words.gamesInFile({ games }, locale),
    ...(entries === games ? [] : [words.entriesInFile({ entries }, locale)]),
    ...(withoutTrophies === 0 ? [] : [lacking({ games: withoutTrophies }, locale)]),
    ...(withoutEarned === 0 ? [] : [words.noEarnedOf({ games: withoutEarned }, locale)]),
    ...(withoutStatus === 0 ? [] : [words.noStatusOf({ games: withoutStatus }, locale)]),
    ...(unreadable === 0 ? [] : [words.unreadableOf({ games: unreadable }, locale)]),
  ];
}

/** What of the library cannot be read, and is not in a file that was made. */
export function unreadSaid(
  { trophies, played }: { trophies: number; played: number },
  isOfTrophies: boolean,
  locale: string,
): string[] {
  const lacking = isOfTrophies ? words.unreadTrophiesOf : words.unreadDatesOf;
  return [
    ...(trophies === 0 ? [] : [lacking({ games: trophies }, locale)]),
    ...(played === 0 ? [] : [words.unreadPlayed({ games: played }, locale)]),
  ];
}

/** At the head of the archive: of how many games, from when, and what it lacks. */
export function archiveAbout(
  {
    games,
    withoutTrophies,
    withoutEarned,
  }: Omit<InFile, 'entries' | 'withoutStatus' | 'unreadable'>,
  day: string,
  locale: string,
): string {
  return [
    words.archiveAbout({ games, day }, locale),
    ...(withoutTrophies === 0 ? [] : [words.archiveIsPartial({ games: withoutTrophies }, locale)]),
    ...(withoutEarned === 0 ? [] : [words.noEarnedOf({ games: withoutEarned }, locale)]),
  ].join(' ');
}
