import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUDGET } from '@/utils/domain/sync/budget';
import { Budget, type RequestLog } from '@/utils/psn/budget';
import { aRequestLog } from '../../support/a-request-log';

/** Both clocks are the same here. */
function aBudget(log: RequestLog, now: () => number): Budget {
  return new Budget(log, now, now);
}

test('after 300 requests the next is possible when the first is 15 minutes old', async () => {
  let now = 1_000;
  const budget = aBudget(aRequestLog(), () => now);
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
        const log = aRequestLog();
        let now = 0;
        const passed: number[] = [];
        for (const pause of pauses) {
          now += pause;
          if ((await aBudget(log, () => now).take()) === null) passed.push(now);
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
  const budget = aBudget(aRequestLog(), () => 7);
  const answers = await Promise.all(Array.from({ length: 310 }, () => budget.take()));
  expect(answers.filter((answer) => answer === null)).toHaveLength(BUDGET.requests);
});

test('a clock that was set back forgets nothing, and locks the budget for one window at most', async () => {
  const log = aRequestLog();
  const ahead = aBudget(log, () => 1e12);
  for (let n = 0; n < BUDGET.requests; n++) await ahead.take();

  let now = 1e9;
  const budget = aBudget(log, () => now);
  expect(await budget.take()).toBe(1e9 + BUDGET.milliseconds);

  now = 1e9 + BUDGET.milliseconds;
  expect(await budget.take()).toBeNull();
});

const YEAR = 365 * 24 * 3_600_000;

/** Two workers, between which this device's clock leaps; the second one's answers show by how much. */
async function takenAcross(leap: number): Promise<number> {
  const log = aRequestLog();
  let now = 2e12;
  const before = aBudget(log, () => now);
  for (let n = 0; n < 299; n++, now += 100) await before.take();

  now += leap;
  let passed = 299;
  const after = aBudget(log, () => now);
  for (let n = 0; n < 20; n++, now += 100) {
    if ((await after.take()) === null) passed++;
    // The first two answers agree about Sony's clock.
    if (n === 1) await after.correct(-leap);
  }
  return passed;
}

test('a device that is set back a year between two workers forgets no request', async () => {
  expect(await takenAcross(-YEAR)).toBe(BUDGET.requests);
});

test('a device that is set forward a year forgets none once Sony’s answers have shown it', async () => {
  expect(await takenAcross(YEAR)).toBe(BUDGET.requests + 1);
});

test('a clock of Sony’s that is found to be ahead makes no request younger, one that is behind none of the future', async () => {
  const log = aRequestLog();
  let now = 1e12;
  const budget = aBudget(log, () => now);
  for (let n = 0; n < BUDGET.requests; n++) await budget.take();
  now += 60_000;

  await budget.correct(YEAR);
  expect(await budget.take()).toBe(1e12 + BUDGET.milliseconds);
  await budget.correct(-YEAR);
  expect(await budget.take()).toBe(now + BUDGET.milliseconds);
});

test('no more is stored than can ever count', async () => {
  const log = aRequestLog();
  let now = 0;
  for (; now < 1e9; now += 2e6) await aBudget(log, () => now).take();
  expect((await log.read()).instants).toHaveLength(BUDGET.requests);
});

test.each([-3_600_000, 3_600_000, 1e12])(
  'a clock of Sony’s that moves by %d ms empties and frees nothing',
  async (offset) => {
    let sonyOffset = 0;
    const budget = new Budget(
      aRequestLog(),
      () => 5_000 + sonyOffset,
      () => 5_000,
    );
    for (let n = 0; n < BUDGET.requests; n++) await budget.take();
    sonyOffset = offset;

    expect((await budget.left()).requests).toBe(0);
    expect(await budget.take()).toBe(5_000 + offset + BUDGET.milliseconds);
  },
);

test('what is left is told, with when there will be more', async () => {
  let now = 0;
  const budget = aBudget(aRequestLog(), () => now);
  for (; now < 100; now++) await budget.take();

  const left = await budget.left();
  expect(left).toMatchObject({ requests: 200, aWindow: 300 });
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
      const budget = aBudget(aRequestLog(), () => now);
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
  const log = aRequestLog();
  await aBudget(log, () => 1).take();
  const budget = aBudget(log, () => 2);
  expect(budget.made).toBe(0);
  for (let n = 0; n < 310; n++) await budget.take();
  expect(budget.made).toBe(299);
});

test('what was made without asking counts, and what never left does not', async () => {
  const budget = aBudget(aRequestLog(), () => 7);
  await budget.take();
  await budget.charge(3);
  expect((await budget.left()).requests).toBe(BUDGET.requests - 4);

  await budget.take();
  await budget.giveBack();
  expect((await budget.left()).requests).toBe(BUDGET.requests - 4);
  expect(budget.made).toBe(1);
});

describe('when Sony says that its limit is spent', () => {
  const DAY = 24 * 3_600_000;

  test('and our own count does not explain it, half is left to somebody else for a day', async () => {
    let now = 1e12;
    const log = aRequestLog();
    const budget = new Budget(
      log,
      () => now,
      () => now,
    );
    await budget.take();
    now += BUDGET.milliseconds;
    await budget.take();
    await budget.refused();

    expect((await log.read()).halvedUntil).toBe(now + DAY);
    expect(await budget.left()).toMatchObject({ requests: 149, aWindow: 150 });
    for (let n = 1; n < 150; n++) expect(await budget.take()).toBeNull();
    expect(await budget.take()).toBe(now + BUDGET.milliseconds);
    expect((await budget.left()).freesAt(300)).toBe(now + BUDGET.milliseconds);

    now += DAY;
    expect(await budget.left()).toMatchObject({ requests: 300, aWindow: 300 });
  });

  test('and we have not counted for a whole window, it may be our own: nothing is halved', async () => {
    let now = 1e12;
    const budget = aBudget(aRequestLog(), () => now);
    await budget.take();
    now += BUDGET.milliseconds - 1;
    await budget.take();
    await budget.refused();
    expect(await budget.left()).toMatchObject({ requests: 298, aWindow: 300 });
  });

  test('and it does, nothing is halved', async () => {
    let now = 1e12;
    const budget = aBudget(aRequestLog(), () => now);
    await budget.take();
    now += BUDGET.milliseconds;
    for (let n = 0; n < 280; n++) await budget.take();
    await budget.refused();
    expect(await budget.left()).toMatchObject({ requests: 20, aWindow: 300 });
  });

  test('a clock that is set back makes the day no longer', async () => {
    const budget = new Budget(
      aRequestLog(1e12 + 2 * DAY),
      () => 1e12,
      () => 1e12,
    );
    expect((await budget.left()).aWindow).toBe(300);
  });
});
