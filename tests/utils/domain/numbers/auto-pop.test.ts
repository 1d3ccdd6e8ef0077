import { expect, test } from 'vitest';
import { autoPopped } from '@/utils/domain/numbers/auto-pop';

test('five of a set within a minute popped by themselves', () => {
  expect(autoPopped([100, 115, 130, 145, 160])).toEqual(Array(5).fill(true));
  expect(autoPopped([100, 115, 130, 145, 161])).toEqual(Array(5).fill(false));
  expect(autoPopped([100, 101, 102, 103])).toEqual(Array(4).fill(false));
});

test('what was earned before and after is not among them', () => {
  const at = [10, ...Array<number>(6).fill(5_000), 9_000];
  const six = Array<boolean>(6).fill(true);
  expect(autoPopped(at)).toEqual([false, ...six, false]);
});

test('what has no date may be of any time', () => {
  expect(autoPopped([0, 0, 0, 0, 0, 0])).toEqual(Array(6).fill(false));
  expect(autoPopped([0, 30, 31, 32, 33])).toEqual(Array(5).fill(false));
});

test('a whole set of 250 in one second', () => {
  expect(autoPopped(Array<number>(250).fill(7)).every(Boolean)).toBe(true);
});
