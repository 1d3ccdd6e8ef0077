import { test } from 'vitest';

const STEPS = { seventh: 7, thirteenth: 13 };

/**
 * A test that goes through all calls, writes or the like of something, in whose name `%s` stands for which of them.
 * `npm test` takes every seventh, or fewer where there are many; `npm run test:long` every single one.
 */
export function testEvery(
  name: string,
  survives: (step: number) => Promise<void>,
  usual: keyof typeof STEPS = 'seventh',
): void {
  test(name.replace('%s', `every ${usual}`), { timeout: 120_000 }, () => survives(STEPS[usual]));
  test(name.replace('%s', 'every single'), { tags: ['long'], timeout: 300_000 }, () => survives(1));
}
