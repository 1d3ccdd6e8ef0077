import { describe, expect, test } from 'vitest';
import { RETENTION, STORED_KINDS } from '@/utils/domain/history/retention';
import { size } from '@/utils/format/bytes';
import { howLong, storedAmount, storedKind } from '@/utils/words/stored-data';

test('each kind has a name of its own, and says how long it stays', () => {
  expect(new Set(STORED_KINDS.map(storedKind)).size).toBe(STORED_KINDS.length);
  expect(STORED_KINDS.map((kind) => howLong(RETENTION[kind], 'en-GB'))).toStrictEqual([
    ...['Until you erase it', 'Until you erase it', 'Until you erase it'],
    ...['The last 20,000', 'The last 20,000', 'The last 100', 'The last 100'],
  ]);
});

describe('what there is of it', () => {
  test.each([
    ['games', { rows: 1_300, bytes: 21_400_000 }, '1,300 games, about 21 MB'],
    ['syncRuns', { rows: 1, bytes: 400 }, '1 report, about 1 kB'],
    ['setVersions', { rows: 0, bytes: 0 }, 'Nothing yet'],
    ['made', null, 'How much is unknown'],
    ['made', undefined, 'How much is unknown'],
  ] as const)('%s: %j', (kind, amount, words) => {
    expect(storedAmount(kind, amount, 'en-GB')).toBe(words);
  });
});

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [31_700, '32 kB'],
  [999_999, '1,000 kB'],
  [1_340_000, '1.3 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(size(bytes, 'en-GB')).toBe(words);
});
