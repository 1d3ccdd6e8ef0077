import { expect, test } from 'vitest';
import { holdsFewer, ownFigures } from '@/utils/domain/copies/copy-figures';
import type { StoredItem } from '@/utils/domain/library/player-item';

const BEFORE = { games: 40, notes: 10, pins: 3, picks: 10, marks: 30 };

test.each([
  [{}, false],
  [{ games: 36 }, false],
  [{ games: 35 }, true],
  [{ notes: 9 }, false],
  [{ notes: 8 }, true],
  [{ picks: 9 }, false],
  [{ picks: 8 }, true],
  [{ picks: 8, marks: 60 }, true],
  [{ marks: 27 }, false],
  [{ marks: 26 }, true],
  [{ pins: 2 }, true],
  [{ games: 38, notes: 9 }, false],
  [{ pins: 0 }, true],
  [{ games: 400, notes: 0 }, true],
])('with %o in place of what it held, it holds fewer: %s', (found, isFewer) => {
  expect(holdsFewer({ ...BEFORE, ...found }, BEFORE)).toBe(isFewer);
});

test.each([
  [{}, false],
  [{ picks: 20, marks: 16 }, false],
  [{ picks: 10, marks: 25 }, true],
  [{ notes: 8 }, true],
])(
  'where an earlier build counted picks and marks together, %o holds fewer: %s',
  (found, isFewer) => {
    const before = { ...BEFORE, picks: BEFORE.picks + BEFORE.marks, marks: null };
    expect(holdsFewer({ ...BEFORE, ...found }, before)).toBe(isFewer);
  },
);

test('what the player made is counted, and neither deletions nor what is not known or goes by itself', () => {
  const item = (kind: string, value: unknown): StoredItem => ({
    ...{ kind, value, npCommunicationId: 'NPWR00001_00', trophyId: 1, version: 1, device: 'a' },
  });
  const items = [
    ...[item('note', 'Here'), item('note', null), item('pin', true), item('pin', null)],
    ...[item('choice', 'picked'), item('choice', 'never'), item('goal', 7), item('later', 1)],
    ...[item('status', 'playing'), item('status', null), item('tags', ['co-op'])],
    ...[item('hide', true), item('missable', true), item('not-this', { until: null })],
  ];
  expect(ownFigures(items)).toStrictEqual({ notes: 1, pins: 1, picks: 2, marks: 4 });
});
