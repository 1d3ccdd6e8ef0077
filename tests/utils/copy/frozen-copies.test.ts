import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWhole } from '../../support/copies';

/** Of each version of the copy a file as it was written then, and its rows. A line is added, none is changed. */
const FROZEN: [version: number, sha256: string, rows: number][] = [
  [1, '438092bc479dd6be1a3c0c61b4038c774b13d865fadd030c22ec7cddee3622b4', 32],
];

test.each(FROZEN)(
  'a copy of version %i is read, every row of it',
  async (version, sha256, rows) => {
    const file = new URL(`../../fixtures/copies/${String(version)}.json.gz`, import.meta.url);
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const { report } = await readWhole(bytes);
    expect(report.head.version).toBe(version);
    expect(Object.values(report.read).reduce((sum, each) => sum + each, 0)).toBe(rows);
  },
);
