import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRADES } from '@/utils/domain/trophies/grades';
import type { LibraryToExport } from '@/utils/exports/library-to-export';
import { trophyCalendar } from '@/utils/exports/trophy-calendar';
import { aLibraryTitle } from '../../support/library-titles';
import {
  aLibraryToExport,
  anOddLibrary,
  CLOCK,
  ODD_NAMES,
  textOf,
} from '../../support/library-to-export';
import { readCalendar } from '../../support/read-calendar';
import { aTrophy, aTrophySet } from '../../support/trophies';

async function eventsIn(library: LibraryToExport, grades = GRADES.slice()) {
  const choice = { grades, name: 'Trophies' };
  return readCalendar(await textOf(trophyCalendar(library, CLOCK, choice)));
}

const AT = Date.UTC(2026, 0, 1, 20, 15, 10);

test('has an event for each trophy with a date, and none of any other', async () => {
  const library = aLibraryToExport({
    titles: [aLibraryTitle(), aLibraryTitle({ npCommunicationId: 'NPWR00002_00' })],
    sets: [
      aTrophySet({
        trophies: [
          aTrophy({ grade: 'gold', earned: true, earnedAt: AT }),
          aTrophy({ trophyId: 2, earned: true }),
          aTrophy({ trophyId: 3, earned: null, earnedAt: AT }),
          aTrophy({ trophyId: 4, earned: true, earnedAt: 1e15 }),
          aTrophy({ trophyId: 5, grade: null, earned: true, earnedAt: AT }),
        ],
      }),
    ],
  });
  const events = await eventsIn(library);
  expect(events.map((event) => Object.fromEntries(event))).toEqual([
    {
      ...{ UID: 'NPWR00001_00-1@trophy-shelf.invalid', DTSTAMP: '20261129T153000Z' },
      ...{ DTSTART: '20260101T201510Z', SUMMARY: 'First Light · Lantern Keepers' },
      ...{ DESCRIPTION: 'Gold\nLight the first lantern.', CATEGORIES: 'Gold' },
      TRANSP: 'TRANSPARENT',
    },
    expect.objectContaining({ DESCRIPTION: 'Light the first lantern.' }),
  ]);
  expect(await eventsIn(library, ['gold'])).toHaveLength(1);
  expect(await eventsIn(library, ['platinum'])).toEqual([]);
});

const plain = (name: string): string => name.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');

test('has every name as it is, but for what no calendar takes', async () => {
  const events = await eventsIn(anOddLibrary());
  const names = events.map((event) => event.get('SUMMARY'));
  expect(names).toEqual(ODD_NAMES.map((name) => `${plain(name)} · ${plain(name)}`));
});

test('may have any name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (name) => {
      const trophies = [aTrophy({ name, earned: true, earnedAt: AT })];
      const library = { titles: [aLibraryTitle()], sets: [aTrophySet({ trophies })] };
      const [event] = await eventsIn(aLibraryToExport(library));
      expect(event?.get('SUMMARY')).toBe(`${plain(name)} · Lantern Keepers`);
    }),
    { numRuns: 30 },
  );
});
