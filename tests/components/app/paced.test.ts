import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pacedTo, type Paced } from '@/components/app/paced';

const REST = 250;

let passed: number[];
/** What waits until the player sees what they did; null where they did nothing. */
let waiting: Set<() => void> | null;
let paced: Paced<number>;

const player = {
  whenShown(work: () => void) {
    const those = waiting;
    if (those === null) work();
    else those.add(work);
    return () => void those?.delete(work);
  },
};

function show(): void {
  const those = waiting;
  waiting = null;
  those?.forEach((work) => work());
}

beforeEach(() => {
  vi.useFakeTimers();
  passed = [];
  waiting = null;
  paced = pacedTo((value) => void passed.push(value), REST, player);
});

afterEach(() => {
  vi.useRealTimers();
});

test('of a flood the first is passed on at once, then the newest of each rest', () => {
  for (let value = 1; value <= 100; value++) {
    paced.say(value);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(REST);
  expect(passed).toStrictEqual([1, 25, 50, 75, 100]);
});

test('between a key and its frame nothing is passed on, and then what is newest', () => {
  waiting = new Set();
  paced.say(1);
  paced.say(2);
  expect(passed).toStrictEqual([]);

  show();
  expect(passed).toStrictEqual([2]);
  vi.advanceTimersByTime(REST);
  expect(passed).toStrictEqual([2]);
});

test('a key at the end of a rest comes first as well', () => {
  paced.say(1);
  paced.say(2);
  waiting = new Set();
  vi.advanceTimersByTime(REST);
  expect(passed).toStrictEqual([1]);

  show();
  expect(passed).toStrictEqual([1, 2]);
});

test('what is forgotten is not passed on, and what comes after it at once', () => {
  paced.say(1);
  paced.say(2);
  paced.forget();
  paced.say(3);
  expect(passed).toStrictEqual([1, 3]);

  waiting = new Set();
  vi.advanceTimersByTime(REST);
  paced.say(4);
  paced.forget();
  show();
  expect(passed).toStrictEqual([1, 3]);
});
