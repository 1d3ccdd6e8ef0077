import { afterEach, expect, test, vi } from 'vitest';
import { EMPTY_LEDGER } from '@/utils/domain/connection/sign-in-limits';
import { BrowserSession } from '@/utils/psn/session';
import { SignInGate } from '@/utils/psn/sign-in-gate';
import { aValue } from '../../support/a-value';
import { noSleep } from '../../support/gated-sony';

const NOW = Date.UTC(2026, 10, 22);

afterEach(() => vi.unstubAllGlobals());

/** The sign-in as Sony answers it. */
function answering(answer: object): BrowserSession {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)));
  const clocks = { now: () => NOW, deviceNow: () => NOW };
  const gate = new SignInGate({ store: aValue(EMPTY_LEDGER), ...clocks, sleep: noSleep });
  const redirects = { next: () => Promise.resolve(null) };
  const pasted = { set: () => Promise.resolve(), remove: () => Promise.resolve() };
  return new BrowserSession(redirects, pasted, gate, clocks);
}

const SIGNED_IN = { npsso: 'n'.repeat(64), expires_in: 100 };

test.each([100, '100'])('a sign-in ends in as many seconds as Sony says: %j', async (seconds) => {
  const check = await answering({ ...SIGNED_IN, expires_in: seconds }).check('player');
  expect(check).toMatchObject({ state: 'signed-in', endsAt: NOW + 100_000 });
});

test.each([undefined, null, 'soon', -1])(
  'of a sign-in whose end cannot be read (%j) only an exchange tells whether it would do',
  async (seconds) => {
    const session = answering({ ...SIGNED_IN, expires_in: seconds });
    expect(await session.check('player')).toStrictEqual({ state: 'unknown' });
  },
);

test('its NPSSO is there whatever is said of its end', async () => {
  const session = answering({ npsso: SIGNED_IN.npsso });
  expect((await session.readNpsso()).reveal()).toBe(SIGNED_IN.npsso);
});
