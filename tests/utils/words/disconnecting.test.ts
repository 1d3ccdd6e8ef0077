import { expect, test } from 'vitest';
import { isNothingLeft, receiptLines, whatGoes } from '@/utils/words/disconnecting';

const CLEAN = { databases: 0, storedValues: 0, alarms: 0, rules: 0 };

test('says what goes', () => {
  expect(whatGoes({ titles: 1_300, playedGames: 900 }, 12_300_000, 'en-GB')).toEqual([
    '1,300 games with their trophies',
    'Playtimes of 900 games',
    'The connection to PlayStation and your settings',
    'About 12 MB in all',
  ]);
});

test('claims no size that the browser does not say', () => {
  const goes = whatGoes({ titles: 1, playedGames: 0 }, null, 'en-GB');
  expect(goes[0]).toBe('1 game with its trophies');
  expect(goes).toHaveLength(3);
});

test('counts what is left', () => {
  expect(isNothingLeft(CLEAN)).toBe(true);
  expect(isNothingLeft({ ...CLEAN, databases: 1 })).toBe(false);
  expect(receiptLines({ ...CLEAN, databases: 1 }, 'en-GB')).toEqual([
    '1 database',
    '0 stored values',
    '0 alarms',
    '0 network rules',
  ]);
});
