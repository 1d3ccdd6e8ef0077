import { describe, expect, test } from 'vitest';
import { DISCONNECTED, UNREADABLE } from '@/utils/domain/connection/connection';
import { storedConnection, storedSettings, storedSnapshot } from '@/utils/status/values';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { aConnected } from '../../support/connections';
import { aSnapshot } from '../../support/statuses';

describe('the stored connection', () => {
  test('that is not there is none', () => {
    expect(storedConnection.parse(undefined)).toStrictEqual(DISCONNECTED);
  });

  test('of another version is not taken for none', () => {
    expect(storedConnection.parse({ phase: 'beamed-up' })).toStrictEqual(UNREADABLE);
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
