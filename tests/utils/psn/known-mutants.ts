import type { AnswerKind } from '@/tests/support/mutant-trial';

/** Mutants that broke something once: what it was, and the seed that makes it again. */
export const KNOWN_MUTANTS: [what: string, kind: AnswerKind, seed: string][] = [
  ['nothing is said of groups', 'titles', 'attack11b-a/1032'],
];
