import { calendarInstant, calendarLines, calendarText } from './i-calendar-lines';

/** A date in a calendar, with a reminder. */
export interface CalendarEvent {
  /** Stays the same when the date moves, so that calendars move it too. */
  uid: string;
  /** Who wrote it, for example `-//Trophy Shelf//EN`. */
  product: string;
  startsAt: number;
  writtenAt: number;
  summary: string;
  description: string;
}

/** An iCalendar file (RFC 5545) with one event and a reminder two days before it. */
export function iCalendarOf(event: CalendarEvent): string {
  return calendarLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${event.product}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${calendarInstant(event.writtenAt)}`,
    `DTSTART:${calendarInstant(event.startsAt)}`,
    'DURATION:PT15M',
    `SUMMARY:${calendarText(event.summary)}`,
    `DESCRIPTION:${calendarText(event.description)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P2D',
    `DESCRIPTION:${calendarText(event.summary)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}
