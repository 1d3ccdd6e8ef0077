import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whileIdle } from '@/components/app/while-idle';

const waiting = new Map<number, (time: { timeRemaining: () => number }) => void>();
let asked = 0;

beforeEach(() => {
  waiting.clear();
  vi.stubGlobal('requestIdleCallback', (work: () => void) => waiting.set(++asked, work) && asked);
  vi.stubGlobal('cancelIdleCallback', (id: number) => waiting.delete(id));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The browser has so many milliseconds for each step, and then none. */
function isIdleFor(...left: number[]): void {
  const works = [...waiting.values()];
  waiting.clear();
  for (const work of works) work({ timeRemaining: () => left.shift() ?? 0 });
}

test('a long work goes on for as long as there is time, and then waits for more of it', () => {
  const done: number[] = [];
  whileIdle([1, 2, 3].values().map((step) => done.push(step)));
  expect(done).toEqual([]);
  isIdleFor(9, 5, 1);
  expect(done).toEqual([1, 2]);
  isIdleFor(50, 50, 50);
  expect(done).toEqual([1, 2, 3]);
  expect(waiting.size).toBe(0);
});

test('what is ended does nothing more, also between two pieces', () => {
  const done: number[] = [];
  const end = whileIdle([1, 2].values().map((step) => done.push(step)));
  isIdleFor(9);
  end();
  isIdleFor(50, 50);
  expect(done).toEqual([1]);
});
