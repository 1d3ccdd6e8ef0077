import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Follower } from '@/utils/database/followed-query';
import { KeptSource } from '@/utils/database/kept-source';
import type { Source } from '@/utils/database/read-library';

const KEPT_FOR = 1_000;

/** Counts who follows it, and says what the test has it say. */
class ByHand implements Source<string> {
  begun = 0;
  ended = 0;
  follower: Follower<string> | undefined;

  subscribe(follower: Follower<string>): { unsubscribe: () => void } {
    this.begun += 1;
    this.follower = follower;
    return { unsubscribe: () => void (this.ended += 1) };
  }
}

let source: ByHand;
let kept: KeptSource<string>;

/** What one who follows is told. */
function follow(): { told: string[]; leave: () => void } {
  const told: string[] = [];
  const { unsubscribe } = kept.subscribe({
    next: (value) => void told.push(value),
    missing: () => void told.push('missing'),
    failed: ({ cause }) => void told.push(cause),
  });
  return { told, leave: unsubscribe };
}

beforeEach(() => {
  vi.useFakeTimers();
  source = new ByHand();
  kept = new KeptSource(() => source, { keptFor: KEPT_FOR });
});

afterEach(() => {
  vi.useRealTimers();
});

test('the next page has at hand what the one before had read', () => {
  const first = follow();
  source.follower?.next('A');
  first.leave();
  vi.advanceTimersByTime(KEPT_FOR - 1);
  source.follower?.next('B');
  const second = follow();
  vi.advanceTimersByTime(KEPT_FOR);
  source.follower?.next('C');
  expect(first.told).toStrictEqual(['A']);
  expect(second.told).toStrictEqual(['B', 'C']);
  expect([source.begun, source.ended]).toStrictEqual([1, 0]);
});

test('who follows together is told the same, from one reading', () => {
  const [first, second] = [follow(), follow()];
  source.follower?.next('A');
  source.follower?.missing(false);
  expect(first.told).toStrictEqual(['A', 'missing']);
  expect(second.told).toStrictEqual(['A', 'missing']);
  expect(source.begun).toBe(1);
});

test('after a while without anybody nothing of it is kept, and it is read anew', () => {
  const first = follow();
  source.follower?.next('A');
  first.leave();
  vi.advanceTimersByTime(KEPT_FOR);
  expect(source.ended).toBe(1);
  const second = follow();
  expect(second.told).toStrictEqual([]);
  expect(source.begun).toBe(2);
});

test('who leaves twice ends nothing for another', () => {
  const [first, second] = [follow(), follow()];
  first.leave();
  first.leave();
  vi.advanceTimersByTime(KEPT_FOR);
  source.follower?.next('A');
  expect(second.told).toStrictEqual(['A']);
  expect(source.ended).toBe(0);
});

test('nothing is at hand of what was let go', () => {
  follow();
  source.follower?.next('A');
  kept.forget();
  expect(source.ended).toBe(1);
  expect(follow().told).toStrictEqual([]);
  expect(source.begun).toBe(2);
});

test('of what is erased while nobody follows nothing is at hand for who comes next', () => {
  const first = follow();
  source.follower?.next('A');
  first.leave();
  source.follower?.missing(false);
  expect(follow().told).toStrictEqual(['missing']);
});

test('what is kept until it changes is at hand for the next page, and read anew after a change', () => {
  kept = new KeptSource(() => source, { keptFor: KEPT_FOR, untilChange: true });
  const first = follow();
  source.follower?.next('A');
  source.follower?.next('B');
  first.leave();
  expect(kept.isAtHand()).toBe(true);
  const second = follow();
  expect(second.told).toStrictEqual(['B']);
  second.leave();
  source.follower?.next('C');
  expect([source.ended, kept.isAtHand()]).toStrictEqual([1, false]);
  const third = follow();
  expect([source.begun, third.told]).toStrictEqual([2, []]);
  source.follower?.next('C');
  expect(third.told).toStrictEqual(['C']);
});
