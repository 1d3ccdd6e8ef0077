/** @module-tag slow */

import { describe, expect, test } from 'vitest';
import { ANSWER_KINDS, toldOf, trialOf, type AnswerKind } from '@/tests/support/mutant-trial';
import { KNOWN_MUTANTS } from './known-mutants';

const SEED = process.env['SEED'] ?? 'npm test';

/** What is wrong with so many mutants, each of which its seed makes again. */
async function wrongOf(count: number, seed: string): Promise<string[]> {
  const wrong: string[] = [];
  for (let number = 0; number < count && wrong.length < 20; number++) {
    const kind = ANSWER_KINDS[number % ANSWER_KINDS.length] as AnswerKind;
    const its = `${seed}/${String(number)}`;
    const trial = await trialOf(kind, its);
    if (trial.faults.length > 0) wrong.push(toldOf(kind, its, trial));
  }
  return wrong;
}

describe('an answer that differs from what Sony sends breaks nothing, and costs what differs', () => {
  test('in 500 mutants', async () => {
    expect(await wrongOf(500, SEED)).toStrictEqual([]);
  });

  test(
    `in 100,000 mutants (SEED=… repeats a run)`,
    { tags: ['long'], timeout: 1_800_000 },
    async () => {
      const seed = process.env['SEED'] ?? String(Date.now());
      expect(await wrongOf(100_000, seed)).toStrictEqual([]);
    },
  );

  test.each(KNOWN_MUTANTS)('%s: %s', async (_, kind, seed) => {
    const trial = await trialOf(kind, seed);
    expect(trial.mutations).not.toStrictEqual([]);
    expect(trial.faults.map((fault) => toldOf(kind, seed, trial) + fault)).toStrictEqual([]);
  });
});
