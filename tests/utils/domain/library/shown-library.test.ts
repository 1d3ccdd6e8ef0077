import { expect, test } from 'vitest';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { libraryShown, MADE_UP, shownLibraryIn } from '@/utils/domain/library/shown-library';
import { AN_ATTEMPT } from '../../../support/connections';
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

test.each([
  ['is shown to who is not connected', DISCONNECTED, MADE_UP],
  [
    'gives way to what an attempt says',
    { ...AN_ATTEMPT, phase: 'connecting', step: 'code' },
    'own',
  ],
  ['ends with a connection', connected(), 'own'],
  ['is not there during an erase', { phase: 'erasing', since: 0 }, 'own'],
] as const)('what is made up %s', (_, connection, kind) => {
  const snapshot = { player: null };
  expect(libraryShown({ connection, snapshot, shownLibrary: MADE_UP }).kind).toBe(kind);
});

test('goes by no other thing that is stored there', () => {
  expect([shownLibraryIn('17'), shownLibraryIn(MADE_UP)]).toEqual(['17', MADE_UP]);
  expect([undefined, 17, '', 'clearing', '1x', {}].map(shownLibraryIn)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});
