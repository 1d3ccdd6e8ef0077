import { describe, expect, test } from 'vitest';
import type { Attempting, Way } from '@/utils/domain/connection/connection';
import { WAYS } from '@/utils/domain/connection/connection-kinds';
import { afterRequest } from '@/utils/domain/connection/after-request';
import { AN_ATTEMPT, aTokenLife } from '../../../support/connections';

const WAITED = { since: 0, isShown: true } as const;

/** An attempt in each phase, whatever it is for. */
const PHASES: Record<string, (way: Way) => Attempting> = {
  connecting: (way) => ({ ...AN_ATTEMPT, way, phase: 'connecting', step: 'session' }),
  'connecting, with tokens': (way) => ({
    ...{ ...AN_ATTEMPT, way, accountId: '1', tokenLife: aTokenLife() },
    ...({ phase: 'connecting', step: 'profile' } as const),
  }),
  'waiting for access': (way) => ({ ...AN_ATTEMPT, way, phase: 'waiting-for-access', since: 0 }),
  'an old session': (way) => ({ ...AN_ATTEMPT, way, phase: 'old-session', endsAt: 1 }),
  'signing out': (way) => ({
    ...{ ...AN_ATTEMPT, way, ...WAITED, laterThan: 1 },
    phase: 'signing-out',
  }),
  'waiting for a sign-in': (way) => ({
    ...{ ...AN_ATTEMPT, way, ...WAITED, laterThan: null, tries: 0, nextAt: 0 },
    phase: 'waiting-for-sign-in',
  }),
};

/** What is the same attempt there besides asking for it in the same way. */
const ALSO_SAME: Record<string, Way[]> = {
  connecting: ['connect'],
  'connecting, with tokens': ['connect'],
  'waiting for a sign-in': ['sign-in'],
};

/** What is, of a pasted code, which is another one each time. */
const SAME_OF_CODE: Record<string, Way[]> = {
  'connecting, with tokens': ['connect-anyway'],
  'waiting for access': ['connect-anyway'],
};

/** What begins anew, though that is how the attempt began. */
const NEVER_SAME: Record<string, Way[]> = { 'an old session': ['start-fresh'] };

/** The ways that are the same attempt as one by this way in this phase. */
function sameWays(phase: string, way: Way): Way[] {
  const own = way === 'paste' ? (SAME_OF_CODE[phase] ?? []) : [way];
  const isSame = (one: Way): boolean => NEVER_SAME[phase]?.includes(one) !== true;
  return [...own, ...(ALSO_SAME[phase] ?? [])].filter(isSame);
}

/** The ways that this attempt goes on with; any other begins another one. */
function sameFor(attempt: Attempting): Way[] {
  return WAYS.filter((way) => {
    const asked = afterRequest(attempt, way, { now: 5, id: 'another' }) as Attempting;
    expect(['attempt', 'another']).toContain(asked.id);
    // Chosen of a pasted code, it goes on with that.
    const isOfCode = attempt.phase === 'old-session' && attempt.way === 'paste';
    const chosen = isOfCode && way === 'connect-anyway' ? 'paste' : way;
    expect(asked.way).toBe(asked.id === 'another' ? chosen : attempt.way);
    return asked.id === 'attempt';
  });
}

function inOrder(ways: Way[]): Way[] {
  return WAYS.filter((way) => ways.includes(way));
}

test('connecting anyway goes on with the pasted code that was asked about, at the step after the question', () => {
  const asked = { ...AN_ATTEMPT, way: 'paste', phase: 'old-session', endsAt: 1 } as const;
  const chosen = afterRequest(asked, 'connect-anyway', { now: 5, id: 'another' });

  const { former } = AN_ATTEMPT;
  const going = { phase: 'connecting', step: 'code', id: 'another', way: 'paste', former };
  expect(chosen).toStrictEqual(going);
  // Asked twice, where a worker died in between.
  expect(afterRequest(chosen, 'connect-anyway', { now: 6, id: 'third' })).toStrictEqual(chosen);
});

// Who connects anyway is not asked.
const ASKED_BY = WAYS.filter((way) => way !== 'connect-anyway');

test.each(ASKED_BY)('neither way on from a question is none, however it came up (%s)', (way) => {
  const asked: Attempting = { ...AN_ATTEMPT, way, phase: 'old-session', endsAt: 1 };
  for (const chosen of ['start-fresh', 'connect-anyway'] as const) {
    const { id, phase } = afterRequest(asked, chosen, { now: 5, id: 'another' }) as Attempting;
    expect([id, phase]).toStrictEqual(['another', 'connecting']);
  }
});

describe.each(Object.entries(PHASES))('asked for again: %s', (phase, attemptFor) => {
  test.each(WAYS)('two clicks are one attempt, and another way (than %s) another', (way) => {
    const same = inOrder(sameWays(phase, way));
    expect(sameFor(attemptFor(way))).toStrictEqual(same);
  });

  test.each(WAYS)('trying again goes on with what waits for storage (%s)', (way) => {
    const storage = { failure: { cause: 'storage-full' }, since: 0, tries: 0, nextAt: 0 } as const;
    const waiting = { ...attemptFor(way), storage };
    const same = inOrder([...sameWays(phase, way), 'connect']);
    expect(sameFor(waiting)).toStrictEqual(same);
    // Storage that has answered since is not what it waits for.
    const answered = { ...waiting, storage: { ...storage, failure: null } };
    expect(sameFor(answered)).toStrictEqual(sameFor(attemptFor(way)));
  });

  test('the same attempt stays as it is, and shows its page once more', () => {
    const attempt = attemptFor('sign-in');
    const again = afterRequest(attempt, 'sign-in', { now: 5, id: 'another' });
    expect(again).toStrictEqual({ ...attempt, ...('isShown' in attempt && { isShown: false }) });
  });
});
