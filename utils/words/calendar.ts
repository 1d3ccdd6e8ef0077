import type { CalendarEvent } from '../format/i-calendar';
import { calendarDescription, calendarSummary } from './en/token-life.json';

export { addToCalendar as ADD_TO_CALENDAR } from './en/token-life.json';
export const CALENDAR_FILE = 'trophy-shelf.ics';

/** The day on which the connection ends, for a calendar. */
export function endOfConnection(endsAt: number, writtenAt: number): CalendarEvent {
  return {
    product: '-//Trophy Shelf//EN',
    uid: 'connection@trophy-shelf.invalid',
    startsAt: endsAt,
    writtenAt,
    summary: calendarSummary,
    description: calendarDescription,
  };
}
