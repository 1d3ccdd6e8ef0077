import { expect, test } from 'vitest';
import { copiesOf, NO_COPIES, type AccountCopies } from '@/utils/domain/copies/copies-record';
import { hadLibrary } from '@/utils/domain/library/had-library';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/sync/snapshot';

const MINE = '1000000000000000001';
const player = { accountId: MINE, onlineId: null, avatarUrl: null, isPlus: false };
const others = { ...player, accountId: '2' };

test.each<[string, Partial<Snapshot>, boolean]>([
  ['nobody was ever connected', {}, false],
  ['the account was connected, and no game had come', { player }, false],
  ['games had come', { player, titleCount: 3 }, true],
  ['nothing but picks was carried over', { player, hasChosen: true }, true],
  ['another account had games', { player: others, titleCount: 3 }, false],
  ['games had come, nobody knows whose', { titleCount: 3, hasChosen: true }, false],
])('%s', (_, said, had) => {
  const snapshot = { ...EMPTY_SNAPSHOT, ...said };
  expect(hadLibrary({ snapshot, copies: NO_COPIES }, MINE)).toBe(had);
});

test.each<[string, string, Partial<AccountCopies>, boolean]>([
  ['it was synced', MINE, { seenSync: 5 }, true],
  ['a copy of it was saved', MINE, { savedAt: 5 }, true],
  ['nothing is known of it', MINE, {}, false],
  ['another one was synced', '3', { seenSync: 5 }, false],
])('with another account connected since: %s', (_, accountId, said, had) => {
  const snapshot = { ...EMPTY_SNAPSHOT, player: others, titleCount: 3 };
  const account = { ...copiesOf(NO_COPIES, accountId), ...said };
  const copies = { ...NO_COPIES, accounts: { [accountId]: account } };
  expect(hadLibrary({ snapshot, copies }, MINE)).toBe(had);
});
