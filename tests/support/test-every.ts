import { test } from 'vitest';

/**
 * A test that goes through all calls, writes or the like of something, in whose name `%s` stands for which of them.
 * `npm test` takes every seventh, `npm run test:long` every single one.
 */
export function testEvery(name: string, survives: (step: number) => Promise<void>): void {
  test(name.replace('%s', 'every seventh'), { timeout: 120_000 }, () => survives(7));
  test(name.replace('%s', 'every single'), { tags: ['long'], timeout: 300_000 }, () => survives(1));
}
