import { describe, expect, test } from 'vitest';
import { storedFixtures } from '../support/stored-fixture.ts';
import { PROFILE_BROWSERS } from './profile-browsers.ts';
import { hasCarriedOver, hasRows, hasStatus } from './stored-profile.ts';
import { showsLibrary } from './upgrading.ts';

const [, oldest] = storedFixtures()[0] ?? [];

describe.each(PROFILE_BROWSERS)('in %s', (name, _, launch) => {
  // In Firefox it is what tests/long goes through with every fixture.
  const tags = name === 'Firefox' ? ['long'] : [];

  test(
    'a profile of the oldest build has its library, its settings and its connection in this one',
    { tags },
    async () => {
      if (oldest === undefined) throw new Error('No fixture.');
      const browser = await launch(oldest);
      const run = await browser.open('#/library?show=all');
      await showsLibrary(run, oldest.library['titles']?.length ?? 0);

      await expect.poll(() => browser.wasUnsealed(), { timeout: 30_000 }).toBe(true);
      await hasRows(run, oldest);
      await hasStatus(run, oldest);
      await hasCarriedOver(run, oldest);
    },
  );
});
