import { expect, test } from 'vitest';
import { EMPTY_SNAPSHOT, hadLibrary, type Snapshot } from '@/utils/domain/sync/snapshot';

const MINE = '1000000000000000001';
const player = { accountId: MINE, onlineId: null, avatarUrl: null, isPlus: false };

test.each<[string, Partial<Snapshot>, boolean]>([
  ['nobody was ever connected', {}, false],
  ['the account was connected, and no game had come', { player }, false],
  ['games had come', { player, titleCount: 3 }, true],
  ['nothing but picks was carried over', { player, hasChosen: true }, true],
  ['another account had games', { player: { ...player, accountId: '2' }, titleCount: 3 }, false],
  ['games had come, nobody knows whose', { titleCount: 3, hasChosen: true }, false],
])('%s', (_, said, had) => {
  expect(hadLibrary({ ...EMPTY_SNAPSHOT, ...said }, MINE)).toBe(had);
});
