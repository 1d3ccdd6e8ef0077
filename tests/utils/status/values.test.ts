import { describe, expect, test } from 'vitest';
import { DISCONNECTED, UNREADABLE } from '@/utils/domain/connection/connection';
import { storedConnection } from '@/utils/status/values';
import { aConnected } from '../../support/connections';

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
