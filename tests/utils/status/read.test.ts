import { describe, expect, test } from 'vitest';
import { DISCONNECTED, UNREADABLE } from '@/utils/domain/connection/connection';
import { statusIn } from '@/utils/status/read';
import { aConnected } from '../../support/connections';

describe('the stored connection', () => {
  test('that is not there is none', () => {
    expect(statusIn({}).connection).toStrictEqual(DISCONNECTED);
  });

  test('of another version is not taken for none', () => {
    expect(statusIn({ connection: { phase: 'beamed-up' } }).connection).toStrictEqual(UNREADABLE);
  });

  test('is read although it names a cause or a session state that only another version knows', () => {
    const { tokenLife } = aConnected();
    const session = { ...tokenLife.session, state: 'dreaming' };
    const stored = {
      ...aConnected(),
      tokenLife: { ...tokenLife, session },
      failure: { cause: 'solar-storm' },
    };

    expect(statusIn({ connection: stored }).connection).toMatchObject({
      phase: 'connected',
      failure: { cause: 'unexpected' },
      tokenLife: { session: { state: 'unknown' } },
    });
  });
});
