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
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${event.product}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${instant(event.writtenAt)}`,
    `DTSTART:${instant(event.startsAt)}`,
    'DURATION:PT15M',
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P2D',
    `DESCRIPTION:${escaped(event.summary)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** By UTC: `20270118T143200Z`. */
function instant(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

const LONGEST_LINE = 75;
const encoder = new TextEncoder();

/** A line has 75 octets at most; what is longer goes on in the next line, after a space, never within a character. */
function folded(line: string): string {
  let result = '';
  let length = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > LONGEST_LINE) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += octets;
  }
  return result;
}
