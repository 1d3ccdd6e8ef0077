import { expect, test } from 'vitest';
import { gameAddress, routeOf } from '@/components/state/hash-route.svelte';

test.each(['', '#', '#/library', '#/nowhere', '#/game/', '#/game'])('%s is the library', (hash) => {
  expect(routeOf(hash)).toEqual({ name: 'library' });
});

test.each(['NPWR13736_00', 'with space', 'with/slash', '50%'])('%s has a page', (id) => {
  expect(routeOf(gameAddress(id))).toEqual({ name: 'game', npCommunicationId: id });
});

test.each(['picker', 'settings', 'guide'] as const)('%s has a page', (name) => {
  expect(routeOf(`#/${name}`)).toEqual({ name });
});

test('half an escape does not break the page', () => {
  expect(routeOf('#/game/%E0%A4%A')).toEqual({ name: 'game', npCommunicationId: '%E0%A4%A' });
});
