import { expect, test } from 'vitest';
import { complaintsOf } from './gate.ts';
import type { Measured } from './row.ts';

const script = (ours: number): Measured => ({
  what: 'script',
  floor: '',
  unit: 'kB',
  theirs: null,
  ours,
  ratio: null,
  budget: { atMost: 80, of: 'value' },
});
const RATIO: Measured = {
  ...script(1),
  what: 'rows',
  ratio: { median: 1.5, low: 1.2, high: 1.8 },
  budget: { atMost: 1, of: 'ratio' },
};
const KNOWN = [{ what: 'script', atMost: 90, why: 'all routes are one file', tried: 'nothing' }];

test.each([
  ['nothing of what is within its budget', [script(80)], [], []],
  ['what is over it', [script(81)], [], ['script: 81, and may be 80.']],
  ['a ratio that is over it', [RATIO], [], ['rows: 1.5, and may be 1.']],
  ['what is void', [{ ...script(80), isVoid: true }], [], ['script: 80, and may be 80.']],
  ['nothing of what is known', [script(90)], KNOWN, []],
  ['what is worse', [script(90.1)], KNOWN, ['script: 90.1, and was 90: it is worse.']],
  [
    'what is known and is not so any more',
    [script(80)],
    KNOWN,
    ['script: is within its budget. Take it out of known-red.ts.'],
  ],
  ['what is gone', [], KNOWN, ['script: is in known-red.ts, and measured no more.']],
])('complains of %s', (_, rows, known, complaints) => {
  expect(complaintsOf(rows, known)).toStrictEqual(complaints);
});
