import { expect, test } from 'vitest';
import { goThrough } from '@/components/library/go-through';
import type { LibraryListing } from '@/components/library/library-listing.svelte';
import { ORDER_SCRIPT } from '@/components/library/order-script';
import { SEARCH_SCRIPT } from '@/components/library/search-script';
import { STACK_SCRIPT } from '@/components/library/stack-script';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { setId } from '../../support/earned-trophies.ts';
import { aLibraryListing } from '../../support/library-listing.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { manyLibraryTitles } from '../../support/statuses.ts';

function listingOf(titles: () => readonly LibraryTitle[]): LibraryListing {
  return aLibraryListing({ soFar: () => ({ titles: titles(), unreadable: 0, complete: true }) });
}

test('what is searched for before what searches is there is found once it is, and nothing else is shown', async () => {
  expect(SEARCH_SCRIPT.exports).toBeUndefined();
  history.replaceState(null, '', '#/library?q=game+7');
  const titles = manyLibraryTitles(9);
  let listing: LibraryListing | undefined;
  const stop = $effect.root(() => void (listing = listingOf(() => titles)));
  expect(listing?.stacks).toEqual([]);
  expect(listing?.isSettled).toBe(false);

  await SEARCH_SCRIPT.load();

  expect(listing?.isSettled).toBe(true);
  expect(listing?.stacks.map(({ title }) => title.name)).toEqual(['Game 7']);
  stop();
});

test('neither a key nor a change prepares again what has not changed', async () => {
  await SEARCH_SCRIPT.load();
  history.replaceState(null, '', '#/library?sort=progress&show=all');
  let titles = $state.raw<readonly LibraryTitle[]>(manyLibraryTitles(5_000));
  const stop = $effect.root(() => {
    const listing = listingOf(() => titles);
    const before = new Set(listing.stacks);
    expect(before.size).toBe(5_000);

    titles = titles.map((title, at) => (at === 7 ? { ...title, progress: 100 } : title));
    const changed = listing.stacks.filter((stack) => !before.has(stack));
    expect(changed).toEqual([{ title: titles[7], others: [] }]);

    const now = new Set(listing.stacks);
    for (const view of [{ search: 'game 49' }, { sort: 'name' }, { search: '' }] as const) {
      listing.show(view);
      expect(listing.stacks.length).toBeGreaterThan(0);
      expect(listing.stacks.every((stack) => now.has(stack))).toBe(true);
    }
    expect(listing.stacks).toHaveLength(5_000);
  });
  stop();
});

test('who goes through games goes on from one that what they say of it takes out of the list', () => {
  history.replaceState(null, '', '#/library?status=none&show=all');
  const said = (titles: readonly LibraryTitle[], place: number): LibraryTitle[] =>
    titles.map((title, at) => (at === place ? { ...title, status: 'done' as const } : title));
  let titles = $state.raw<readonly LibraryTitle[]>(said(manyLibraryTitles(6), 2));
  const stop = $effect.root(() => {
    const listing = listingOf(() => titles);
    const goTo = goThrough(listing);
    const around = (place: number): number[] =>
      goTo(titles[place]!.npCommunicationId).map((found) =>
        titles.findIndex(({ name }) => name === found.name),
      );
    expect(around(1)).toEqual([0, 1, 3, 4, 5]);

    titles = said(titles, 1);
    expect(listing.stacks).toHaveLength(4);
    expect(around(1)).toEqual([0, 1, 3, 4, 5]);
    expect(around(3)).toEqual([0, 3, 4, 5]);
    // That one is not among them any more.
    expect(around(1)).toEqual([0, 1, 2, 3, 4, 5]);
  });
  stop();
});

test('a game of stacked editions is as far as its furthest, and looked for by that', async () => {
  await STACK_SCRIPT.load();
  const editions = [
    aLibraryTitle({ npCommunicationId: setId(1), name: 'Lantern Keepers (PS4)', progress: 25 }),
    aLibraryTitle({ npCommunicationId: setId(2), name: 'Lantern Keepers (PS5)', progress: 60 }),
    aLibraryTitle({ npCommunicationId: setId(3), name: 'Nightglass', progress: 22 }),
  ];
  const shown = (address: string): string[] => {
    history.replaceState(null, '', `#/library?show=all&editions=stacked&${address}`);
    let found: string[] = [];
    const stop = $effect.root(() => {
      const { stacks, titleCount } = listingOf(() => editions);
      expect(titleCount).toBe(stacks.reduce((sum, { others }) => sum + 1 + others.length, 0));
      found = stacks.map(({ title }) => title.name);
    });
    stop();
    return found;
  };
  expect(shown('percent=20-29')).toEqual(['Nightglass']);
  expect(shown('percent=60-69')).toEqual(['Lantern Keepers (PS5)']);
  expect(shown('percent=20-29,60-69')).toHaveLength(2);
});

test('what cannot be ranked is counted as games, where their editions are stacked', async () => {
  await Promise.all([STACK_SCRIPT.load(), ORDER_SCRIPT.load()]);
  const unfetched = [1, 2].map((at) =>
    aLibraryTitle({ npCommunicationId: setId(at), name: 'Nightglass', tally: null }),
  );
  history.replaceState(null, '', '#/library?show=all&editions=stacked&sort=rarest');
  const stop = $effect.root(() => {
    expect(listingOf(() => unfetched).unranked?.games).toBe(1);
  });
  stop();
});

test('who goes through games has them as they are by now, and whoever begins anew nothing of before', () => {
  history.replaceState(null, '', '#/library?status=none&show=all');
  const games = manyLibraryTitles(4);
  const [first, second, third] = games.map(({ npCommunicationId }) => npCommunicationId);
  let titles = $state.raw<readonly LibraryTitle[]>(games.slice(0, 3));
  const stop = $effect.root(() => {
    const listing = listingOf(() => titles);
    const goTo = goThrough(listing);
    expect(goTo(first!)).toHaveLength(3);

    // That one is not shown any more, the next has another name, the last is gone, and there is a new one.
    titles = [
      { ...games[0]!, status: 'done' },
      { ...games[1]!, name: 'Quite Another Game' },
      games[3]!,
    ];
    expect(goTo(first!).map(({ name }) => name)).toEqual([games[0]!.name, 'Quite Another Game']);
    expect(goTo(first!).map(({ npCommunicationId }) => npCommunicationId)).not.toContain(third);
    expect(goThrough(listing)(first!)).toHaveLength(3);

    // Another account's, with one of the same games.
    titles = [games[1]!];
    expect(goTo(second!).map(({ name }) => name)).toEqual([games[1]!.name]);
  });
  stop();
});

test('what another page chooses changes nothing under the eyes, and is not undone', () => {
  history.replaceState(null, '', '#/library');
  let usualView = $state('');
  const stored: (string | undefined)[] = [];
  const stop = $effect.root(() => {
    const listing = aLibraryListing({
      settings: () => ({ usualView }),
      onchange: (change) => Promise.resolve(stored.push(change.usualView) > 0),
    });
    const leave = listing.hold();
    usualView = 'view=list&cards=huge';
    expect(listing.view).toMatchObject({ layout: 'grid', cardSize: 'small' });

    listing.show({ isFolded: true });
    expect(stored).toEqual(['view=list&cards=huge&glance=folded']);
    // Before the first is stored the next is chosen, and takes nothing of it back.
    listing.show({ cardSize: 'medium' });
    expect(stored[1]).toBe('view=list&cards=medium&glance=folded');
    leave();
  });
  stop();
});

test('whoever comes back to it has what was chosen elsewhere', () => {
  history.replaceState(null, '', '#/library');
  let usualView = $state('');
  const stop = $effect.root(() => {
    const listing = aLibraryListing({ settings: () => ({ usualView }) });
    const leave = listing.hold();
    usualView = 'view=list';
    leave();
    expect(listing.view.layout).toBe('list');
  });
  stop();
});
