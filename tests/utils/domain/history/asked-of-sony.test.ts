import { expect, test } from 'vitest';
import {
  askedByKind,
  withAskedFor,
  type AskedDay,
  type AskedKind,
} from '@/utils/domain/history/asked-of-sony';
import { ASKED_DAYS } from '@/utils/domain/history/retention';

const DAY = 20_000;

function after(asked: [kind: AskedKind, day: number][]): readonly AskedDay[] {
  return asked.reduce<readonly AskedDay[]>(
    (days, [kind, day]) => withAskedFor(days, kind, day),
    [],
  );
}

function told(days: readonly AskedDay[], kind: AskedKind, day: number): [number, number] {
  const { today = 0, inAll = 0 } = askedByKind(days, day).find((each) => each.kind === kind) ?? {};
  return [today, inAll];
}

test('requests are counted by kind and day', () => {
  const days = after([
    ['games', DAY],
    ['trophies', DAY],
    ['trophies', DAY + 1],
    ['trophies', DAY + 1],
  ]);
  expect(told(days, 'trophies', DAY + 1)).toStrictEqual([2, 3]);
  expect(told(days, 'games', DAY + 1)).toStrictEqual([0, 1]);
  expect(told(days, 'profile', DAY + 1)).toStrictEqual([0, 0]);
});

test('what is older than the days that are told of is neither told nor kept', () => {
  const days = after([
    ['games', DAY],
    ['games', DAY + 1],
  ]);
  expect(told(days, 'games', DAY + ASKED_DAYS)).toStrictEqual([0, 1]);
  expect(withAskedFor(days, 'games', DAY + ASKED_DAYS)).toHaveLength(2);
});

test('a day that lies ahead, by a clock that was wrong, is forgotten', () => {
  const days = after([
    ['games', DAY + 900],
    ['games', DAY],
  ]);
  expect(days).toHaveLength(1);
  expect(told(days, 'games', DAY)).toStrictEqual([1, 1]);
});
