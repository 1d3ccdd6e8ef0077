import type { CalendarEvent } from '../format/i-calendar';

export const ADD_TO_CALENDAR = 'Add the date to my calendar';
export const CALENDAR_FILE = 'trophy-shelf.ics';

/** The day on which the connection ends, for a calendar. */
export function endOfConnection(endsAt: number, writtenAt: number): CalendarEvent {
  return {
    product: '-//Trophy Shelf//EN',
    uid: 'connection@trophy-shelf.invalid',
    startsAt: endsAt,
    writtenAt,
    summary: 'Trophy Shelf: sign in at PlayStation again',
    description:
      'The connection to PlayStation ends now. Sign in at PlayStation, then press Connect PlayStation in Trophy Shelf.',
  };
}
