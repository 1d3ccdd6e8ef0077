import { expect, test } from 'vitest';
import { AttemptRecord } from '@/utils/connection/attempts';
import { AttemptWaits } from '@/utils/connection/attempt-waits';
import type { Attempting } from '@/utils/domain/connection/connection';
import { Secret } from '@/utils/domain/connection/secret';
import { AN_ATTEMPT, aTokenLife } from '../../support/connections';
import { FakeRecord } from '../../support/fake-worker-storage';

const NOW = 1_000;
const NEXT_AT = NOW + 60_000;
const storage = {
  failure: { cause: 'storage-full' },
  since: 0,
  tries: 1,
  nextAt: NEXT_AT,
} as const;
const PASTE = { ...AN_ATTEMPT, way: 'paste', storage } as const;
const CONNECT = { ...AN_ATTEMPT, storage } as const;
const TRADED = {
  ...({ phase: 'connecting', step: 'profile' } as const),
  ...{ accountId: '1', tokenLife: aTokenLife() },
};

/** Whether it may go on by itself at this time, and how often storage was proved for that. */
async function goesOn(attempt: Attempting, npsso: Secret | null, now: number) {
  let proofs = 0;
  const fakeRecord = new FakeRecord();
  fakeRecord.current = attempt;
  const waits = new AttemptWaits({
    vault: { prove: () => Promise.resolve(void proofs++) },
    library: { prove: () => Promise.resolve() },
    pasted: {
      read: () => Promise.resolve(npsso && { npsso, endsIn: null, keptFor: NEXT_AT }),
    },
    browser: { now: () => now, isOnline: () => Promise.resolve(true) },
    exclusively: (_, work) => work(),
  });
  const record = new AttemptRecord(fakeRecord, attempt);
  return { goesOn: await waits.mayGoOn(record, attempt, 'automatic'), proofs };
}

test.each<[string, Attempting]>([
  ['whose exchange is to come', { ...PASTE, phase: 'connecting', step: 'code' }],
  ['whose exchange is under way', { ...PASTE, phase: 'connecting', step: 'tokens' }],
  ['that waits for access', { ...PASTE, phase: 'waiting-for-access', since: 0 }],
])('a pasted code %s is not waited with once it is gone', async (_, attempt) => {
  expect(await goesOn(attempt, null, NOW)).toStrictEqual({ goesOn: true, proofs: 0 });
  const npsso = new Secret('n'.repeat(64));
  expect(await goesOn(attempt, npsso, NOW)).toStrictEqual({ goesOn: false, proofs: 0 });
  expect(await goesOn(attempt, npsso, NEXT_AT)).toStrictEqual({ goesOn: true, proofs: 1 });
});

test.each<[string, Attempting]>([
  ['a pasted code that has given its tokens', { ...PASTE, ...TRADED }],
  ['a sign-in', { ...CONNECT, phase: 'connecting', step: 'session' }],
  ['a sign-in that has given its tokens', { ...CONNECT, ...TRADED }],
])('%s waits for storage without any code', async (_, attempt) => {
  expect(await goesOn(attempt, null, NOW)).toStrictEqual({ goesOn: false, proofs: 0 });
  expect(await goesOn(attempt, null, NEXT_AT)).toStrictEqual({ goesOn: true, proofs: 1 });
});

test('once a pause is over, storage that is well is not proved for it', async () => {
  const pause = { ...storage, failure: { cause: 'too-many-requests', until: NEXT_AT } } as const;
  const attempt: Attempting = { ...CONNECT, phase: 'connecting', step: 'session', storage: pause };

  expect(await goesOn(attempt, null, NOW)).toStrictEqual({ goesOn: false, proofs: 0 });
  expect(await goesOn(attempt, null, NEXT_AT)).toStrictEqual({ goesOn: true, proofs: 0 });
});
