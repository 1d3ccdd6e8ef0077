import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Budget, BUDGET, type RequestLog } from '@/utils/psn/budget';

function memoryLog(): RequestLog {
  let stored: number[] = [];
  return {
    read: () => Promise.resolve(stored),
    write: (instants) => {
      stored = instants;
      return Promise.resolve();
    },
  };
}

test('after 300 requests the next is possible when the first is 15 minutes old', async () => {
  let now = 1_000;
  const budget = new Budget(memoryLog(), () => now);
  for (let n = 0; n < BUDGET.requests; n++, now++) expect(await budget.take()).toBeNull();

  expect(await budget.take()).toBe(1_000 + BUDGET.milliseconds);

  now = 1_000 + BUDGET.milliseconds;
  expect(await budget.take()).toBeNull();
});

test('whatever the rhythm, no 15 minutes ever hold more than the budget, across workers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(20_000), { minLength: 350, maxLength: 500 }),
      async (pauses) => {
        const log = memoryLog();
        let now = 0;
        const passed: number[] = [];
        for (const pause of pauses) {
          now += pause;
          if ((await new Budget(log, () => now).take()) === null) passed.push(now);
        }
        for (const [index, instant] of passed.entries()) {
          const before = passed[index - BUDGET.requests];
          if (before !== undefined) {
            expect(instant - before).toBeGreaterThanOrEqual(BUDGET.milliseconds);
          }
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('many at once are counted one by one', async () => {
  const budget = new Budget(memoryLog(), () => 7);
  const answers = await Promise.all(Array.from({ length: 310 }, () => budget.take()));
  expect(answers.filter((answer) => answer === null)).toHaveLength(BUDGET.requests);
});

test('a clock that was set back does not lock the budget', async () => {
  const log = memoryLog();
  const ahead = new Budget(log, () => 1e12);
  for (let n = 0; n < BUDGET.requests; n++) await ahead.take();

  expect(await new Budget(log, () => 1e9).take()).toBeNull();
});

test('what is left is told, with when there will be more', async () => {
  let now = 0;
  const budget = new Budget(memoryLog(), () => now);
  for (; now < 100; now++) await budget.take();

  const left = await budget.left();
  expect(left).toMatchObject({ requests: 200, aWindow: 300, window: BUDGET.milliseconds });
  expect(left.freesAt(0)).toBe(now);
  expect(left.freesAt(200)).toBe(now);
  expect(left.freesAt(201)).toBe(BUDGET.milliseconds);
  expect(left.freesAt(260)).toBe(BUDGET.milliseconds + 59);
  // More than a whole window never is free: then all of it is meant.
  expect(left.freesAt(9_999)).toBe(BUDGET.milliseconds + 99);
});

test('whatever was made, so many requests are free at the instant that is named, and no sooner', async () => {
  const pauses = fc.array(fc.nat(9_000), { minLength: 1, maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(pauses, fc.nat(320), fc.nat(60_000), async (all, requests, passed) => {
      let now = 1_000;
      const budget = new Budget(memoryLog(), () => now);
      for (const pause of all) {
        now += pause;
        await budget.take();
      }
      now += passed;
      const wanted = Math.min(requests, BUDGET.requests);
      const from = now;
      const at = (await budget.left()).freesAt(requests);
      expect(at).toBeGreaterThanOrEqual(from);
      now = at;
      expect((await budget.left()).requests).toBeGreaterThanOrEqual(wanted);
      now = at - 1;
      if (at > from) expect((await budget.left()).requests).toBeLessThan(wanted);
    }),
    { numRuns: 50 },
  );
});

test('requests that were refused are not counted as made', async () => {
  const log = memoryLog();
  await new Budget(log, () => 1).take();
  const budget = new Budget(log, () => 2);
  expect(budget.made).toBe(0);
  for (let n = 0; n < 310; n++) await budget.take();
  expect(budget.made).toBe(299);
});
