import { describe, expect, test } from 'vitest';
import {
  TOKEN_ANSWERS,
  tokenTrialOf,
  type TokenAnswer,
  type TokenTrial,
} from '@/tests/support/token-trial';

const SEED = process.env['SEED'] ?? 'npm test';

/** Mutants that broke something once: what it was, and the seed that makes it again. */
const KNOWN: [what: string, kind: TokenAnswer, seed: string][] = [
  ['an access token of 285 million years', 'refresh', 'npm test/10'],
  ['a refresh token that ends at no date', 'refresh', 'npm test/136'],
  ['an exchange for ever', 'exchange', 'npm test/321'],
  ['a sign-in for ever', 'session', 'npm test/350'],
];

function told(kind: TokenAnswer, seed: string, { mutations, faults }: TokenTrial): string {
  const changes = mutations.map(({ path, kind: change }) => `${path}: ${change}`).join(', ');
  return `${kind} '${seed}' (${changes}): ${faults.join('; ')}`;
}

async function wrongOf(count: number, seed: string): Promise<string[]> {
  const wrong: string[] = [];
  for (let number = 0; number < count && wrong.length < 20; number++) {
    const kind = TOKEN_ANSWERS[number % TOKEN_ANSWERS.length] as TokenAnswer;
    const its = `${seed}/${String(number)}`;
    const trial = await tokenTrialOf(kind, its);
    if (trial.faults.length > 0) wrong.push(told(kind, its, trial));
  }
  return wrong;
}

describe('an answer about tokens that differs from what Sony sends is a plain cause, or is taken as far as it goes', () => {
  test('in 600 mutants', async () => {
    expect(await wrongOf(600, SEED)).toStrictEqual([]);
  });

  test(
    'in 30,000 mutants (SEED=… repeats a run)',
    { tags: ['long'], timeout: 1_800_000 },
    async () => {
      expect(await wrongOf(30_000, process.env['SEED'] ?? String(Date.now()))).toStrictEqual([]);
    },
  );

  test.each(KNOWN)('%s: %s', async (_, kind, seed) => {
    const trial = await tokenTrialOf(kind, seed);
    expect(trial.mutations).not.toStrictEqual([]);
    expect(trial.faults.map((fault) => told(kind, seed, trial) + fault)).toStrictEqual([]);
  });
});
