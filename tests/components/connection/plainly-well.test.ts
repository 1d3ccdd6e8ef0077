import { expect, test } from 'vitest';
import { alertOf, awaitedStep, needIn } from '@/components/connection/needs-attention';
import { isPlainlyWell } from '@/components/connection/plainly-well';
import { SESSION_STATES } from '@/utils/domain/connection/connection';
import type { Status } from '@/utils/status/status';
import { DAY, aProgress, aSnapshot, aStatus, connected, lifeOf } from '../../support/statuses.ts';

const NOW = Date.now();
const FAILURE = { cause: 'sony-down' } as const;
const PAUSED = { ...aProgress(), failure: FAILURE, resumesAt: NOW + DAY };

test.each<[string, Partial<Status>]>([
  ['not connected', { connection: { phase: 'disconnected', failure: null } }],
  ['ending', { connection: connected({ tokenLife: lifeOf(9, NOW) }) }],
  ['broken', { connection: connected({ failure: { cause: 'token-refused' } }) }],
  ['refused', { connection: connected({ refused: FAILURE }) }],
  ['paused', { snapshot: aSnapshot({ sync: { state: 'paused', ...PAUSED } }) }],
  ['blocked', { snapshot: aSnapshot({ sync: { state: 'blocked', ...PAUSED } }) }],
  ['sharing the limit', { snapshot: aSnapshot({ halvedUntil: NOW + DAY }) }],
  ['with a wrong clock', { clockOffset: DAY }],
])('what is %s is looked at closely', (_, said) => {
  expect(isPlainlyWell(aStatus(said), null, NOW)).toBe(false);
});

test('so is what a request of this page has come to', () => {
  expect(isPlainlyWell(aStatus(), FAILURE, NOW)).toBe(false);
  expect(isPlainlyWell(aStatus(), null, NOW)).toBe(true);
});

test.each(SESSION_STATES)(
  'what is plainly well needs nothing, with a sign-in that is %s',
  (state) => {
    const aliveAt = NOW - DAY;
    const status = aStatus({
      connection: connected({ tokenLife: lifeOf(40, NOW, { state, aliveAt }) }),
    });
    const needs = [needIn, alertOf].map((find) => find(status, null, NOW));
    const hasSome = needs.some((need) => need !== null) || awaitedStep(status, NOW) !== null;
    expect(isPlainlyWell(status, null, NOW) && hasSome).toBe(false);
  },
);
