import { createHash } from 'node:crypto';
import { cpus, hostname } from 'node:os';
import { expect, test } from 'vitest';
import { comparison, intervalsOf, machineName } from './compare-runs.ts';
import type { Measured } from './row.ts';

test('runs agree where their intervals have something in common', () => {
  expect(
    comparison(
      { popup: [1.1, 1.3], library: [2, 2.2], scroll: [1, 1], typing: [3, 4], ours: [1, 2] },
      { popup: [1.3, 1.6], library: [2.3, 2.5], scroll: [1, 1], typing: [1, 2] },
    ),
  ).toStrictEqual([
    '= popup: 1.10–1.30 and 1.30–1.60',
    '≠ library: 2.00–2.20 and 2.30–2.50',
    '= scroll: 1.00 and 1.00',
    '≠ typing: 3.00–4.00 and 1.00–2.00',
  ]);
});

test('amounts, and what is void, are not compared', () => {
  const row: Measured = {
    what: 'popup',
    floor: '',
    unit: 'ms',
    theirs: 1,
    ours: 1,
    ratio: { median: 1, low: 0.9, high: 1.1 },
    budget: { atMost: 1, of: 'ratio' },
  };
  expect(intervalsOf([row])).toStrictEqual({ popup: [0.9, 1.1] });
  expect(
    intervalsOf([
      { ...row, ratio: null },
      { ...row, isVoid: true },
    ]),
  ).toStrictEqual({});
});

test('a machine is told by what it is, and not by its name', () => {
  expect(machineName()).toMatch(/^\d+ × \S.* \([0-9a-f]{4}\)$/);
  expect(machineName()).toMatch(new RegExp(`^${String(cpus().length)} `));
  expect(machineName()).not.toContain(hostname());
  // Virtual machines of one maker often have one name.
  expect(machineName()).not.toContain(
    `(${createHash('sha256').update(hostname()).digest('hex').slice(0, 4)})`,
  );
  expect(machineName()).toBe(machineName());
});
