import type { Grade } from '../domain/trophies/grades';
import { archive, type ArchiveWords } from './archive';
import { backloggdFile } from './backloggd';
import { trophyCalendar } from './trophy-calendar';
import type { ClockTexts } from './clock-texts';
import { withCoveredSecrets } from './covered-secrets';
import type { ExportOptions, ExportTarget } from './export-options';
import { gamesSheet } from './games-sheet';
import type { ExportRun, LibraryToExport } from './library-to-export';
import { withTrophyNames } from './named-trophies';
import { playniteFile } from './playnite';
import { columnsOfTimes } from './sheet-times';
import { trophiesSheet } from './trophies-sheet';
import { vault } from './vault';
import { yamtrackFile } from './yamtrack';

/** What files say besides names and numbers, in the language of the page that orders them. */
export interface ExportWords {
  language: string;
  grades: Record<Grade, string>;
  archive: Omit<ArchiveWords, 'grades' | 'unread'> & { heading: string; about: string };
  /** What calendars call it. */
  calendar: string;
  /** Of a game whose trophies cannot be read. */
  unread: string;
  /** In the place of a trophy's name that Sony left out. */
  nameless: string;
}

/** A file that is wanted. */
export interface ExportOrder {
  target: ExportTarget;
  options: ExportOptions;
  words: ExportWords;
}

/** The file, by pieces. */
export function exportChunks(
  library: LibraryToExport,
  clock: ClockTexts,
  { target, options, words }: ExportOrder,
  run: ExportRun,
): AsyncIterable<string | Uint8Array> {
  const named = (read: LibraryToExport): LibraryToExport => withTrophyNames(read, words.nameless);
  const shown = options.withSecrets ? library : withCoveredSecrets(library, words.archive.secret);
  switch (target) {
    case 'games':
      return gamesSheet(shown, clock, sheetOf(options, options.gameColumns), run);
    case 'trophies':
      return trophiesSheet(shown, clock, sheetOf(options, options.trophyColumns), run);
    case 'yamtrack':
      return yamtrackFile(shown, clock, options.yamtrack, run);
    case 'backloggd':
      return backloggdFile(shown, clock, { withNotes: options.reviews }, run);
    case 'playnite':
      return playniteFile(shown, clock, run);
    case 'vault':
      return vault(named(shown), clock, words, run);
    case 'archive':
      return archive(named(library), clock, archiveChoice(options, words), run);
    case 'calendar':
      return trophyCalendar(
        named(library),
        clock,
        { grades: options.grades, name: words.calendar },
        run,
      );
  }
}

/** A spreadsheet that opens it takes nothing in it for a formula. */
function sheetOf<Column extends string>(
  { times, byteOrderMark }: ExportOptions,
  chosen: readonly Column[],
) {
  return { columns: columnsOfTimes(chosen, times), byteOrderMark, guard: true };
}

function archiveChoice(
  { withNotes, withPictures }: ExportOptions,
  { language, grades, unread, archive: { heading, about, ...said } }: ExportWords,
) {
  return { language, heading, about, withPictures, withNotes, words: { grades, unread, ...said } };
}
