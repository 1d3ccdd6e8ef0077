import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { iCalendarOf, type CalendarEvent } from '@/utils/format/i-calendar';
import { endOfConnection } from '@/utils/words/calendar';

const ENDS = Date.UTC(2027, 0, 18, 14, 32, 10);
const WRITTEN = Date.UTC(2026, 10, 22, 9, 5, 0);

const octets = (text: string): number => new TextEncoder().encode(text).length;
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');

function anEvent(said: Partial<CalendarEvent> = {}): CalendarEvent {
  return { ...endOfConnection(ENDS, WRITTEN), ...said };
}

describe('the end of the connection in a calendar', () => {
  const lines = unfolded(iCalendarOf(anEvent()));

  test.each([
    'DTSTART:20270118T143210Z',
    'DTSTAMP:20261122T090500Z',
    'TRIGGER:-P2D',
    'UID:connection@trophy-shelf.invalid',
    'SUMMARY:Trophy Shelf: sign in at PlayStation again',
  ])('has %s', (line) => {
    expect(lines).toContain(line);
  });

  test('is one event in one calendar, each part closed', () => {
    const parts = lines.filter((line) => /^(BEGIN|END):/.test(line));
    expect(parts).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });
});

describe('whatever the text is', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 300 });

  test('no line is longer than 75 octets, and each ends with CRLF', () => {
    fc.assert(
      fc.property(texts, (description) => {
        const file = iCalendarOf(anEvent({ description }));
        expect(file.endsWith('\r\n')).toBe(true);
        for (const line of file.split('\r\n')) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  test('it is read back as it was', () => {
    fc.assert(
      fc.property(texts, (description) => {
        const line = unfolded(iCalendarOf(anEvent({ description }))).find((each) =>
          each.startsWith('DESCRIPTION:'),
        );
        const read = line
          ?.slice('DESCRIPTION:'.length)
          .replace(/\\([\\;,n])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));
        expect(read).toBe(description.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('it cannot add a line of its own', () => {
    fc.assert(
      fc.property(texts, (summary) => {
        const names = unfolded(iCalendarOf(anEvent({ summary }))).map(
          (line) => line.split(/[:;]/)[0],
        );
        expect(names).toHaveLength(unfolded(iCalendarOf(anEvent())).length);
      }),
    );
  });
});
