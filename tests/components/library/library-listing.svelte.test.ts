import { expect, test } from 'vitest';
import { HashRoute } from '@/components/app/hash-route.svelte';
import { LibraryListing } from '@/components/library/library-listing.svelte';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { manyLibraryTitles } from '../../support/statuses.ts';

test('neither a key nor a change prepares again what has not changed', () => {
  history.replaceState(null, '', '#/library?sort=progress&show=all');
  let titles = $state.raw<readonly LibraryTitle[]>(manyLibraryTitles(5_000));
  const stop = $effect.root(() => {
    const listing = new LibraryListing(
      new HashRoute(),
      () => ({ titles, unreadable: 0, complete: true }),
      () => true,
      'en',
    );
    const before = new Set(listing.stacks);
    expect(before.size).toBe(5_000);

    titles = titles.map((title, at) => (at === 7 ? { ...title, progress: 100 } : title));
    const changed = listing.stacks.filter((stack) => !before.has(stack));
    expect(changed).toEqual([{ title: titles[7], others: [] }]);

    const now = new Set(listing.stacks);
    for (const view of [{ search: 'game 49' }, { sort: 'name' }, { search: '' }] as const) {
      listing.show(view);
      expect(listing.stacks.every((stack) => now.has(stack))).toBe(true);
    }
    expect(listing.stacks).toHaveLength(5_000);
  });
  stop();
});
