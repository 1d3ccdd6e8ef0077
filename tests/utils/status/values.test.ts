import { describe, expect, test } from 'vitest';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { DAMAGED, isUnreadable, UNREADABLE } from '@/utils/domain/connection/unreadable-record';
import { parseStatus } from '@/utils/status/parse';
import { storedConnection, storedSettings, storedSnapshot } from '@/utils/status/values';
import { STATUS_SHAPE } from '@/utils/status/stored-shape';
import { viewsIn } from '@/utils/domain/library/saved-views';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { aConnected } from '../../support/connections';
import { EARLIER_ACCOUNT, EARLIER_VALUES } from '../../support/earlier-build';
import { aSnapshot } from '../../support/statuses';

describe('the stored connection', () => {
  test('that is not there is none', () => {
    expect(storedConnection.parse(undefined)).toStrictEqual(DISCONNECTED);
  });

  test.each([
    ['a later version', { phase: 'beamed-up', shape: STATUS_SHAPE + 1 }, UNREADABLE],
    ['this version, of which some is lost', { phase: 'connected', shape: STATUS_SHAPE }, DAMAGED],
    ['nobody', { phase: 'beamed-up' }, DAMAGED],
    ['the disk', 'connected', DAMAGED],
  ])('that can only be of %s is not taken for none, and said to be so', (_, stored, read) => {
    expect(storedConnection.parse(stored)).toStrictEqual(read);
    expect(isUnreadable(storedConnection.parse(stored))).toBe(true);
  });

  test('of the earlier build’s is shown as what it is carried over to, never as damage', () => {
    const carried = { phase: 'disconnected', failure: { cause: 'storage-renewed' } };

    expect(storedConnection.parse(EARLIER_VALUES.connection)).toStrictEqual(carried);
    expect(storedConnection.parse({ ...aConnected(), tokenLife: undefined })).toStrictEqual(
      DAMAGED,
    );
  });

  test.each<[string, object]>([
    ['looks for a sign-in', { phase: 'connecting', step: 'session', source: 'browser' }],
    [
      'reads a profile',
      { phase: 'connecting', step: 'profile', accountId: EARLIER_ACCOUNT, tokenLife: {} },
    ],
    ['asks for how long', { phase: 'old-session', endsAt: 5 }],
    ['waits for a sign-out', { phase: 'signing-out', since: 1, laterThan: 5 }],
    ['waits for a sign-in', { phase: 'waiting-for-sign-in', since: 1, laterThan: null }],
  ])('of the earlier build’s that %s is shown as what it becomes', (_, connection) => {
    const { snapshot } = EARLIER_VALUES;
    const carried = { phase: 'disconnected', failure: { cause: 'storage-renewed' } };

    expect(parseStatus({ connection, snapshot }).connection).toStrictEqual(carried);
    const nobodys = { ...snapshot, player: null };
    expect(parseStatus({ connection, snapshot: nobodys }).connection).toStrictEqual(DISCONNECTED);
    // Of this build it has lost some.
    const lost = { ...connection, shape: STATUS_SHAPE };
    expect(parseStatus({ connection: lost, snapshot }).connection).toStrictEqual(DAMAGED);
  });

  test('is read although it names a cause or a session state that only another version knows', () => {
    const { tokenLife } = aConnected();
    const session = { ...tokenLife.session, state: 'dreaming' };
    const stored = {
      ...aConnected(),
      tokenLife: { ...tokenLife, session },
      failure: { cause: 'solar-storm' },
    };

    expect(storedConnection.parse(stored)).toMatchObject({
      phase: 'connected',
      failure: { cause: 'unexpected' },
      tokenLife: { session: { state: 'unknown' } },
    });
  });
});

describe('the stored settings', () => {
  test('that cannot be read cost themselves only, and so do those that are not there', () => {
    const stored = { renewal: false, syncHour: 99, everyGame: 'yes', ofALaterBuild: 1 };

    expect(storedSettings.parse(stored)).toStrictEqual({ ...DEFAULT_SETTINGS, renewal: false });
    expect(storedSettings.parse('none')).toStrictEqual(DEFAULT_SETTINGS);
  });

  test('have views that an earlier build has stored, and not those that cannot be read', () => {
    const stored = [{ name: 'PS5', query: 'platform=PS5' }, { id: 'a' }, 'none'];
    const { savedViews } = storedSettings.parse({ savedViews: stored });
    expect(viewsIn(savedViews)).toMatchObject([stored[0]]);
    expect(storedSettings.parse({ savedViews }).savedViews).toStrictEqual(savedViews);
  });
});

describe('the stored snapshot', () => {
  test('is read part by part, and title by title', () => {
    const { lastRun, ...known } = aSnapshot();
    const [first] = known.recentTitles;
    const stored = {
      ...{ ...known, sync: { state: 'dreaming' }, summary: null, hasChosen: null },
      recentTitles: [first, { ...first, name: null }],
    };

    expect(storedSnapshot.parse(stored)).toStrictEqual({
      ...{ ...known, sync: { state: 'idle' }, summary: null, hasChosen: false },
      ...{ recentTitles: [first], lastRun },
    });
  });
});
