import { Dexie, RangeSet } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FollowedRows, type RowsReading } from '@/utils/database/followed-rows';

const REST = 250;
const TABLE = { db: { name: 'library' } as Dexie, name: 'titles' };

/** Notes what is asked of it, and answers when the test says so. */
class AnsweredByHand implements RowsReading<string> {
  readonly asked: string[] = [];
  #answer: ((value: string) => void) | undefined;

  all(): Promise<string> {
    return this.#ask('all');
  }

  some(keys: readonly string[]): Promise<string> {
    return this.#ask(keys.join(' '));
  }

  async answer(): Promise<void> {
    this.#answer?.(this.asked.at(-1) ?? '');
    await vi.advanceTimersByTimeAsync(0);
  }

  #ask(keys: string): Promise<string> {
    this.asked.push(keys);
    return new Promise((resolve) => (this.#answer = resolve));
  }
}

let reading: AnsweredByHand;
let told: string[];
let rows: FollowedRows<string>;

function change(...keys: string[]): void {
  const places = Object.fromEntries([['idb://library/titles/', new RangeSet().addKeys(keys)]]);
  Dexie.on.storagemutated.fire(places);
}

beforeEach(async () => {
  vi.useFakeTimers();
  reading = new AnsweredByHand();
  told = [];
  rows = new FollowedRows(TABLE, reading, REST, {
    next: (value) => void told.push(value),
    error: () => void told.push('failed'),
  });
  await reading.answer();
  await vi.advanceTimersByTimeAsync(REST);
});

afterEach(() => {
  rows.stop();
  vi.useRealTimers();
});

test('what changes after a while of nothing is read at once', async () => {
  change('A');
  expect(reading.asked).toStrictEqual(['all', 'A']);

  await reading.answer();
  expect(told).toStrictEqual(['all', 'A']);
});

test('what changes in the rest after a reading is read together, at its end', async () => {
  change('A');
  await reading.answer();
  for (const key of ['B', 'C', 'B', 'D']) change(key);
  await vi.advanceTimersByTimeAsync(REST - 1);
  expect(reading.asked).toStrictEqual(['all', 'A']);

  await vi.advanceTimersByTimeAsync(1);
  expect(reading.asked).toStrictEqual(['all', 'A', 'B C D']);
});

test('what changes while it is read is read once more, and nothing is read twice at a time', async () => {
  change('A');
  change('A');
  change('B');
  expect(reading.asked).toStrictEqual(['all', 'A']);

  await reading.answer();
  await vi.advanceTimersByTimeAsync(REST);
  expect(reading.asked).toStrictEqual(['all', 'A', 'A B']);
});

test('a row that has changed and was read is not read again', async () => {
  change('A');
  await reading.answer();
  await vi.advanceTimersByTimeAsync(10 * REST);
  expect(reading.asked).toStrictEqual(['all', 'A']);
});

test('other tables are nobody’s business here', () => {
  Dexie.on.storagemutated.fire({ 'idb://library/trophySets/': new RangeSet('A') });
  Dexie.on.storagemutated.fire({ 'idb://library/titles/lastPlayedAt': new RangeSet(1, 2) });
  expect(reading.asked).toStrictEqual(['all']);
});

test('nobody who follows, nothing that is read', async () => {
  change('A');
  await reading.answer();
  change('B');
  rows.stop();
  await vi.advanceTimersByTimeAsync(REST);
  expect(reading.asked).toStrictEqual(['all', 'A']);
});
