import { expect, test } from 'vitest';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { libraryShown, shownLibraryIn } from '@/utils/domain/library/shown-library';
import { aSnapshot, connected } from '../../../support/statuses';

const MINE = aSnapshot().player?.accountId ?? '';

test.each([
  ['nothing else was wanted', null, { kind: 'own', accountId: MINE }],
  ['another was', '17', { kind: 'other', accountId: '17' }],
  ['that one is connected by now', MINE, { kind: 'own', accountId: MINE }],
])('shows whose library it is where %s', (_, shownLibrary, shown) => {
  const snapshot = aSnapshot();
  const connection = connected({ accountId: MINE });
  expect(libraryShown({ connection, snapshot, shownLibrary })).toEqual(shown);
  // Without a connection the snapshot says whose it was.
  expect(libraryShown({ connection: DISCONNECTED, snapshot, shownLibrary })).toEqual(shown);
});

test('goes by no other thing that is stored there', () => {
  expect(shownLibraryIn('17')).toBe('17');
  expect([undefined, 17, '', 'clearing', '1x', {}].map(shownLibraryIn)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});
