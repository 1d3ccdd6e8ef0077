import { GRADES, type Grade } from '../domain/trophies/grades';
import type { Trophy } from '../domain/trophies/trophy-set';
import { calendarInstant, calendarLines, calendarText } from '../format/i-calendar-lines';
import { GRADE_WORDS } from './cell-values';
import type { ClockTexts } from './clock-texts';
import {
  readGames,
  type ExportedGame,
  type ExportRun,
  type LibraryToExport,
} from './library-to-export';

/** What the player chooses of it: a calendar of 20,000 bronzes is of use to few. */
export interface CalendarChoice {
  grades: readonly Grade[];
  /** What calendars call it. */
  name: string;
}

/** An event for each trophy that has a date: `trophies.ics`. */
export async function* trophyCalendar(
  library: LibraryToExport,
  clock: ClockTexts,
  { grades, name }: CalendarChoice,
  run: ExportRun = {},
): AsyncGenerator<string> {
  yield calendarLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trophy Shelf//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${inCalendar(name)}`,
  ]);
  // One of an unknown grade is left out only where some grades are.
  const isChosen = ({ grade }: Trophy): boolean =>
    grade === null ? grades.length === GRADES.length : grades.includes(grade);
  for await (const games of readGames(library, run)) {
    const events = games.flatMap((game) => eventsOf(game, clock, isChosen));
    if (events.length > 0) yield events.join('');
  }
  yield calendarLines(['END:VCALENDAR']);
}

function eventsOf(
  { title, set }: ExportedGame,
  clock: ClockTexts,
  isChosen: (trophy: Trophy) => boolean,
): string[] {
  const earned = (set?.trophies ?? []).filter((each) => each.earned === true && isChosen(each));
  return earned.flatMap((trophy) => {
    const at = clock.known(trophy.earnedAt);
    if (at === null) return [];
    const grade = trophy.grade === null ? [] : [GRADE_WORDS[trophy.grade]];
    return calendarLines([
      'BEGIN:VEVENT',
      // Says which trophy, and not whose: the same in each file, so that calendars have it once.
      `UID:${title.npCommunicationId}-${String(trophy.trophyId)}@trophy-shelf.invalid`,
      `DTSTAMP:${calendarInstant(clock.now)}`,
      `DTSTART:${calendarInstant(at)}`,
      `SUMMARY:${inCalendar(`${trophy.name} · ${title.name}`)}`,
      `DESCRIPTION:${inCalendar([...grade, trophy.detail].join('\n'))}`,
      ...grade.map((word) => `CATEGORIES:${word}`),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
  });
}

/** Of the signs that control something a calendar takes only the end of a line. */
function inCalendar(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n');
  return calendarText(lines.replace(/(?!\n)\p{Cc}/gu, ' '));
}
