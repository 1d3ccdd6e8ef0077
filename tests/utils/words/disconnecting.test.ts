import { expect, test } from 'vitest';
import {
  GOES_UNCOUNTED,
  isNothingLeft,
  ownerOf,
  receiptLines,
  roomTaken,
  whatGoes,
} from '@/utils/words/disconnecting';

const CLEAN = { databases: 0, storedValues: 0, alarms: 0, rules: 0, permissions: 0 };
const NOT_MARKED = { hidden: 0, unobtainable: 0, typed: 0, tagged: 0, notThis: 0, goals: 2 };
const LIBRARY = {
  accountId: '6515971742264061246',
  onlineId: 'Night_Cabinet',
  games: 1_300,
  playtimes: 900,
  made: { notes: 12, pins: 1, picks: 2_040, never: 3, statuses: 0, ...NOT_MARKED },
};

test('says what goes, and what of it the player made', () => {
  expect(whatGoes(LIBRARY, 'en-GB')).toEqual([
    '1,300 games with their trophies',
    'Playtimes of 900 games',
    'Yours: 12 notes, 1 pinned trophy, 2,040 picked games, 3 games never to be fetched, 2 goals',
  ]);
});

test('a count of none is none', () => {
  const none = { notes: 0, pins: 0, picks: 0, never: 0, statuses: 0 };
  const made = { ...none, ...NOT_MARKED, goals: 0 };
  expect(whatGoes({ ...LIBRARY, games: 1, playtimes: 0, made }, 'en-GB')).toEqual([
    '1 game with its trophies',
    'Playtimes of 0 games',
  ]);
});

test('what cannot be counted is unknown, and not nothing', () => {
  const lines = whatGoes({ ...LIBRARY, games: null, playtimes: null, made: null }, 'en-GB');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toMatch(/: how many is unknown$/);
  expect(lines.join()).not.toMatch(/\d/);
});

test('every kind that is counted is named also where it cannot be', () => {
  const kinds = Object.keys(LIBRARY.made);
  const none = Object.fromEntries(kinds.map((kind) => [kind, 0])) as typeof LIBRARY.made;
  for (const kind of kinds) {
    const counted = whatGoes({ ...LIBRARY, made: { ...none, [kind]: 2 } }, 'en-GB').at(-1);
    expect(GOES_UNCOUNTED.at(-1)).toContain(counted?.replace('Yours: 2 ', ''));
  }
});

test('names whose library it is as far as that is known', () => {
  expect(ownerOf(LIBRARY)).toBe('Night_Cabinet');
  expect(ownerOf({ ...LIBRARY, onlineId: null })).toBe('An account ending in 1246');
});

test('claims no size that the browser does not say', () => {
  expect(roomTaken(12_300_000, 'en-GB')).toBe('About 12 MB in all');
  expect(roomTaken(640, 'en-GB')).toBe('About 1 kB in all');
  expect(roomTaken(null, 'en-GB')).toBe('How much room it takes is unknown');
});

test('counts what is left', () => {
  expect(isNothingLeft(CLEAN)).toBe(true);
  expect(isNothingLeft({ ...CLEAN, databases: 1 })).toBe(false);
  expect(isNothingLeft({ ...CLEAN, permissions: 1 })).toBe(false);
  expect(receiptLines({ ...CLEAN, databases: 1 }, 'en-GB')).toEqual([
    '1 database',
    '0 stored values',
    '0 alarms',
    '0 network rules',
    '0 permissions that you gave',
  ]);
});
