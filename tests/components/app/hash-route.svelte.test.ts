import { flushSync, tick } from 'svelte';
import { expect, test } from 'vitest';
import {
  HashRoute,
  gameAddress,
  guideAddress,
  libraryAddress,
  routeOf,
} from '@/components/app/hash-route.svelte';

test.each(['', '#', '#/', '#/library', '#/library?'])('%s is the library', (hash) => {
  expect(routeOf(hash)).toEqual({ name: 'library', query: '' });
});

test.each([
  '#/nowhere',
  '#/game/',
  '#/game',
  '#library',
  '#/libraryy',
  '#/guide/A B',
  '#/settings/x',
])('%s is no page', (hash) => {
  expect(routeOf(hash)).toEqual({ name: 'nowhere' });
});

test.each(['q=astro', 'q=a%26b&platform=PS5', 'sort=name&show=all'])(
  'the library is looked at as %s says',
  (query) => {
    expect(routeOf(libraryAddress(query))).toEqual({ name: 'library', query });
  },
);

test.each(['NPWR13736_00', 'with space', 'with/slash', '50%'])('%s has a page', (id) => {
  expect(routeOf(gameAddress(id))).toEqual({ name: 'game', npCommunicationId: id });
});

test.each(['picker', 'syncs', 'friend', 'settings', 'guide', 'privacy', 'welcome'] as const)(
  '%s has a page',
  (name) => {
    expect(routeOf(`#/${name}`)).toEqual({ name });
  },
);

test('an entry of the guide has an address', () => {
  expect(routeOf(guideAddress('i-signed-out'))).toEqual({ name: 'guide', anchor: 'i-signed-out' });
});

test('a trophy of a game, and what to play next in a mood, have addresses', () => {
  const of = { name: 'game', npCommunicationId: 'NPWR1_00' };
  expect(routeOf(gameAddress('NPWR1_00', 12))).toEqual({ ...of, trophyId: 12 });
  expect(routeOf('#/game/NPWR1_00?trophy=x')).toEqual({ name: 'nowhere' });
  expect(routeOf('#/next')).toEqual({ name: 'next', query: '' });
  expect(routeOf('#/next?mood=rare')).toEqual({ name: 'next', query: 'mood=rare' });
});

test('half an escape does not break the page', () => {
  expect(routeOf('#/game/%E0%A4%A')).toEqual({ name: 'game', npCommunicationId: '%E0%A4%A' });
});

/** Follows the route as a page does. */
function follow(): { route: HashRoute; stop: () => void } {
  const route = new HashRoute();
  const stop = $effect.root(() => {
    $effect(() => void route.current);
  });
  return { route, stop };
}

async function goTo(hash: string): Promise<void> {
  const arrived = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = hash;
  await arrived;
}

test('looking at the library in another way is the same place in the history', () => {
  location.hash = '';
  const { route, stop } = follow();
  const { length } = history;

  route.replaceLibraryQuery('q=astro');
  expect(route.current).toEqual({ name: 'library', query: 'q=astro' });
  expect(location.hash).toBe('#/library?q=astro');
  expect(history.length).toBe(length);
  route.replaceLibraryQuery('');
  expect(location.hash).toBe('#/library');
  stop();
});

test('the address is written once after some keys, at a click at once, and one that was left meanwhile is not', async () => {
  history.replaceState(null, '', '#/library');
  const { route, stop } = follow();
  dispatchEvent(new KeyboardEvent('keydown'));
  route.replaceLibraryQuery('q=a');
  route.replaceLibraryQuery('q=as');
  expect(route.current).toEqual({ name: 'library', query: 'q=as' });
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(location.hash).toBe('#/library');
  await expect.poll(() => location.hash).toBe('#/library?q=as');

  dispatchEvent(new KeyboardEvent('keydown'));
  route.replaceLibraryQuery('q=ast');
  const box = document.body.appendChild(document.createElement('input'));
  box.click();
  expect(location.hash).toBe('#/library?q=as');
  box.remove();
  dispatchEvent(new MouseEvent('click'));
  expect(location.hash).toBe('#/library?q=ast');
  dispatchEvent(new KeyboardEvent('keydown'));
  route.replaceLibraryQuery('q=astr');
  location.hash = '#/game/NPWR1_00';
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(location.hash).toBe('#/game/NPWR1_00');
  stop();
});

test('a page that is gone writes over no later address', async () => {
  history.replaceState(null, '', '#/library');
  const { route, stop } = follow();
  await tick();
  dispatchEvent(new KeyboardEvent('keydown'));
  route.replaceLibraryQuery('q=astro');
  stop();
  await new Promise(requestAnimationFrame);
  history.replaceState(null, '', '#/library?q=bloom');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(location.hash).toBe('#/library?q=bloom');
});

test('a link to the library from elsewhere leads to how it was left, and one inside it to all of it', async () => {
  history.replaceState(null, '', '#/library?sort=name');
  const { route, stop } = follow();
  flushSync();

  await goTo('#/game/NPWR1_00');
  expect(route.libraryQuery).toBe('sort=name');
  await goTo('#/library');
  expect(route.current).toEqual({ name: 'library', query: 'sort=name' });
  expect(location.hash).toBe('#/library?sort=name');

  await goTo('#/library');
  expect(route.current).toEqual({ name: 'library', query: '' });
  stop();
});

test('a link to the statistics leads to how they were left, too, and each page has its own', async () => {
  history.replaceState(null, '', '#/statistics?gap=2');
  const { route, stop } = follow();
  flushSync();

  route.replaceStatisticsQuery('gap=6');
  await goTo('#/library?sort=name');
  await goTo('#/log');
  await goTo('#/statistics');
  expect(location.hash).toBe('#/statistics?gap=6');
  expect(route.current).toEqual({ name: 'statistics', query: 'gap=6' });
  expect(route.libraryQuery).toBe('sort=name');
  stop();
});
