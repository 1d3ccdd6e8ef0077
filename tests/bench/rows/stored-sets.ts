import { answerTexts } from '../answer-texts.ts';
import { countRow } from '../counted.ts';
import { slopeRow } from '../slope.ts';
import type * as InMemory from '../in-memory/stored-sets.ts';
import type { StoredSets } from '../in-memory/stored-sets.ts';
import { importInNode } from '../product-modules.ts';
import type { Measured } from '../row.ts';
import { amountRow } from '../timed-row.ts';

const FEW = 10;
const MANY = 100;
const NOW = Date.UTC(2026, 0, 1);
/** With the second of two answers also what was earned, for the log. */
const ROWS = 3.5;

/** What a trophy takes on disk, and what storing a set writes. */
export async function storedSets(): Promise<Measured[]> {
  const { storedSets: store } = await importInNode<typeof InMemory>('in-memory/stored-sets.ts');
  const few = await store(answerTexts('leaderboard', FEW, NOW), NOW);
  const many = await store(answerTexts('leaderboard', MANY, NOW), NOW);
  const bytes = bytesOf(many);
  const trophies = many.rows.flatMap((row) => row.trophies).length;
  const size = `${(trophies / MANY).toFixed(0)} trophies`;
  return [
    amountRow(
      'bytes of a trophy in its set’s row, one kept rate',
      { ours: Math.round(bytes / trophies), unit: 'B' },
      120,
    ),
    countRow(
      {
        what: `rows written for an answer, ${size}`,
        floor: 'set, title, cursor; what was earned',
        unit: 'rows',
      },
      [{ ours: many.written / MANY / 2, theirs: ROWS }],
    ),
    countRow(
      { what: `bytes written for an answer, ${size}`, floor: 'the set’s row', unit: 'B' },
      [{ ours: many.bytes / MANY / 2, theirs: bytes / MANY }],
      2,
    ),
    slopeRow(
      'the bytes written, sets',
      { size: FEW, cost: few.bytes },
      { size: MANY, cost: many.bytes },
    ),
    slopeRow('the rows read, sets', { size: FEW, cost: few.read }, { size: MANY, cost: many.read }),
  ];
}

function bytesOf({ rows }: StoredSets): number {
  return Buffer.byteLength(rows.map((row) => JSON.stringify(row)).join(''));
}
