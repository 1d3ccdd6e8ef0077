import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CopyRefused } from '@/utils/copy/copy-refusal';
import { copyOf, copyOfLines, fixtureRows, linesOfCopy, readWhole } from '../../support/copies';
import { storedFixtures } from '../../support/stored-fixture';
import { between, pick, randomFrom, type Random } from '../../psn/random';

const SEED = process.env['SEED'] ?? 'copies';

/** What is done to the file as it lies there. */
const TO_BYTES: ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) => {
    const mutant = bytes.slice();
    const at = between(random, 0, mutant.length - 1);
    mutant[at] = (mutant[at] ?? 0) ^ (1 << between(random, 0, 7));
    return mutant;
  },
  (bytes, random) => bytes.slice(0, between(random, 0, bytes.length - 1)),
  (bytes, random) => {
    const at = between(random, 0, bytes.length);
    return Buffer.concat([
      bytes.slice(0, at),
      Buffer.from([between(random, 0, 255)]),
      bytes.slice(at),
    ]);
  },
];

/** What is done to its lines. */
const TO_LINES: ((lines: string[], random: Random) => string[])[] = [
  (lines, random) => lines.toSpliced(between(random, 0, lines.length - 1), 1),
  (lines, random) => {
    const at = between(random, 0, lines.length - 1);
    return lines.toSpliced(at, 0, lines[between(random, 0, lines.length - 1)] ?? '');
  },
  (lines, random) => {
    const at = between(random, 0, lines.length - 2);
    return lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? '');
  },
  (lines, random) => {
    const at = between(random, 0, lines.length - 1);
    const line = lines[at] ?? '';
    const from = between(random, 0, line.length - 1);
    const text = pick(random, [
      '',
      '"',
      '}',
      ']',
      'null',
      '-1',
      '1e999',
      '{"__proto__":1}',
      '\\u0000',
    ]);
    return lines.with(at, line.slice(0, from) + text + line.slice(from + between(random, 0, 3)));
  },
];

/** With an end that says what the lines are now: nobody but a player could have made it so. */
function signed(lines: readonly string[]): string[] {
  const block = lines.slice(0, -1).map((line) => `${line}\n`);
  const digest = createHash('sha256').update(block.join('')).digest();
  const sha256 = createHash('sha256').update(digest).digest('hex');
  const end = JSON.parse(lines.at(-1) ?? '') as object;
  return [...lines.slice(0, -1), JSON.stringify({ ...end, sha256 })];
}

/** One mutant after the other: each is refused, or all of it is read. */
async function areRefusedOrWhole(mutants: number): Promise<{ read: number; refused: number }> {
  const [, stored] = storedFixtures().at(-1)!;
  const bytes = await copyOf(fixtureRows(stored.library, stored.local));
  const original = await readWhole(bytes);
  const lines = linesOfCopy(bytes);
  const random = randomFrom(SEED);
  let [read, refused] = [0, 0];
  for (let n = 0; n < mutants; n++) {
    const isSigned = n % 4 === 3;
    const mutate = pick(random, [...TO_LINES] as [(typeof TO_LINES)[number]]);
    const mutant =
      n % 2 === 0
        ? pick(random, [...TO_BYTES] as [(typeof TO_BYTES)[number]])(bytes, random)
        : copyOfLines(isSigned ? signedOr(mutate(lines, random)) : mutate(lines, random));
    try {
      const { report, rows } = await readWhole(mutant);
      read++;
      for (const [table, count] of Object.entries(report.read)) {
        expect(rows[table]?.length ?? 0, `${SEED} ${String(n)}`).toBe(count);
      }
      // What nobody has signed anew says what it said.
      if (!isSigned) expect(rows, `${SEED} ${String(n)}`).toEqual(original.rows);
    } catch (thrown) {
      if (!(thrown instanceof CopyRefused)) throw thrown;
      refused++;
    }
  }
  return { read, refused };
}

function signedOr(lines: string[]): string[] {
  try {
    return signed(lines);
  } catch {
    return lines;
  }
}

describe('a mutant of a copy', () => {
  test('is refused whole or read whole', { timeout: 60_000 }, async () => {
    const { read, refused } = await areRefusedOrWhole(800);
    expect(refused).toBeGreaterThan(500);
    expect(read).toBeGreaterThan(20);
  });

  test('and so are ten thousand', { tags: ['long'], timeout: 600_000 }, async () => {
    expect((await areRefusedOrWhole(10_000)).refused).toBeGreaterThan(5_000);
  });
});
