import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { AccountLibrary } from '@/components/app/account-library.svelte';
import type { FirstTitles } from '@/utils/database/first-titles';
import type { LibraryQueries, Source } from '@/utils/database/queries';
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

test('what a page opens with is waited for, and shown whole where it is the whole library', async () => {
  const { promise, resolve } = Promise.withResolvers<FirstTitles | null>();
  let library: AccountLibrary | undefined;
  const stop = $effect.root(() => {
    library = new AccountLibrary(
      () => '1',
      () => undefined,
      null,
      promise,
    );
  });
  flushSync();
  expect([library?.isComing, library?.titles.state]).toEqual([true, 'loading']);

  const titles = [aLibraryTitle()];
  resolve({ accountId: '1', titles, whole: {} });
  await expect.poll(() => library?.isComing).toBe(false);
  const value = { titles, unreadable: 0, complete: true };
  expect(library?.titles).toEqual({ state: 'ready', value });
  stop();
});

test('what is asked for before what reads it is loaded is found then, and what is given up is not asked for', async () => {
  const asked: string[] = [];
  const silent: Source<never> = { subscribe: () => ({ unsubscribe: () => undefined }) };
  class Reading {
    firstTitles = () => silent;
    titles = () => silent;
    lostAt(): Source<number | null> {
      return {
        subscribe: ({ next }) => {
          asked.push('lost at');
          next(7);
          return { unsubscribe: () => asked.push('end') };
        },
      };
    }
    close(): void {
      asked.push('close');
    }
  }
  let reads = $state.raw<typeof LibraryQueries>();
  let library: AccountLibrary | undefined;
  const stop = $effect.root(() => {
    library = new AccountLibrary(
      () => '1',
      () => reads,
    );
  });
  flushSync();
  const queries = library?.queries;
  const found: unknown[] = [];
  const follower = {
    next: (value: unknown) => found.push(value),
    missing: () => undefined,
    failed: () => undefined,
  };
  queries?.lostAt().subscribe(follower).unsubscribe();
  const following = queries?.lostAt().subscribe(follower);
  expect([found, asked]).toEqual([[], []]);

  reads = Reading as unknown as typeof LibraryQueries;
  flushSync();
  await expect.poll(() => found).toEqual([7]);
  expect(library?.queries).toBe(queries);
  following?.unsubscribe();
  expect(asked).toEqual(['lost at', 'end']);

  // From then on what is at hand is said at once: a page is drawn with it.
  queries?.lostAt().subscribe(follower).unsubscribe();
  expect(found).toEqual([7, 7]);
  stop();
  expect(asked.at(-1)).toBe('close');
});
