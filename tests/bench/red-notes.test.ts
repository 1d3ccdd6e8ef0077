import { expect, test } from 'vitest';
import { notesOf } from './red-notes.ts';
import { failedRow, type Least, type Measured } from './row.ts';
import { amountRow } from './timed-row.ts';

const kilobytes = (what: string, ours: number, atMost = 80) =>
  amountRow(what, { ours, unit: 'kB' }, atMost);
const RATIO: Measured = {
  ...kilobytes('popup, 50 games', 1),
  ratio: { median: 1.5, low: 1.3, high: 1.8 },
  budget: { atMost: 1.2, of: 'ratio' },
};
const least = (median: number): Least => {
  const [ratio, ours] = [median, 1.25].map((each) => ({ median: each, low: each, high: each }));
  return { what: 'writing once', amount: 1, ratio: ratio!, ours: ours! };
};
const REASONS = [
  { what: 'popup', why: 'Svelte.', tried: 'less of it.' },
  { what: 'popup, 50', why: 'Games.', tried: 'fewer.' },
];

test.each([
  [kilobytes('script', 80), []],
  [kilobytes('script', 100), ['- script: 25 % over. Nobody has looked into it yet.']],
  [kilobytes('popup', 88), ['- popup: 10 % over. Svelte. Tried: less of it.']],
  [RATIO, ['- popup, 50 games: 25 % over. Games. Tried: fewer.']],
  [
    { ...RATIO, least: least(1.8) },
    [
      '- popup, 50 games: 25 % over. Of that, writing once is 50 % over by itself, and the row is 1.25 times it. Games. Tried: fewer.',
    ],
  ],
  [
    { ...RATIO, least: least(1.2) },
    [
      '- popup, 50 games: 25 % over. Of that, writing once is within it by itself, and the row is 1.25 times it. Games. Tried: fewer.',
    ],
  ],
  [kilobytes('starts', 3, 0), ['- starts: 3 kB over. Nobody has looked into it yet.']],
  [
    { ...RATIO, isVoid: true, control: { median: 1, low: 0.8, high: 1.3 } },
    ['- popup, 50 games: says nothing. What ran twice came out as 0.80–1.30 times itself.'],
  ],
  [
    { ...RATIO, isVoid: true, load: { stretch: 1.5, busy: 1 } },
    [
      '- popup, 50 games: says nothing. Something else had the machine: it kept 1.00 processors busy, and work took 1.50 times as long as it computed.',
    ],
  ],
  [failedRow('typing', new Error('no key')), ['- typing: was not measured. no key']],
])('of a row that does not pass it is said why (%#)', (row, notes) => {
  expect(notesOf([row], REASONS)).toStrictEqual(notes);
});
