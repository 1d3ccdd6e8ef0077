import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { AccountLibrary } from '@/components/app/account-library.svelte';
import { aLibraryTitle } from '../../support/statuses.ts';

test('what a page opened with is not shown again to whoever comes back', () => {
  let account = $state<string | null>('1');
  const first = { accountId: '1', titles: [aLibraryTitle()] };
  let library: AccountLibrary | undefined;
  const stop = $effect.root(() => {
    library = new AccountLibrary(
      () => account,
      () => undefined,
      first,
    );
  });
  flushSync();
  expect(library?.titles.state).toBe('ready');

  account = null;
  flushSync();
  account = '1';
  flushSync();
  expect(library?.titles.state).toBe('loading');
  stop();
});
