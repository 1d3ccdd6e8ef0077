import { boundRow } from '../counted.ts';
import type * as InMemory from '../in-memory/first-log.ts';
import { importInNode } from '../product-modules.ts';
import type { Measured } from '../row.ts';
import { slopeRow } from '../slope.ts';

const [FEW, MANY] = [100, 500];
const NOW = Date.UTC(2026, 0, 1);
/** The newest so many trophies are among those of as many sets. */
const NEWEST = 60;

/** What is read before the log shows its first trophies, however large the library is. */
export async function firstLog(): Promise<Measured[]> {
  const { firstLogReads } = await importInNode<typeof InMemory>('in-memory/first-log.ts');
  const few = await firstLogReads(FEW, NOW);
  const many = await firstLogReads(MANY, NOW);
  const counted = [few, many].map(({ read, onScreen }) => ({
    ...{ ours: read, theirs: NEWEST + 2 * onScreen },
  }));
  return [
    boundRow(
      {
        what: 'rows read for the log’s first trophies',
        floor: 'what was earned of 60 sets, and those on the screen with their games',
        unit: 'rows',
      },
      counted,
    ),
    slopeRow(
      'the rows read for the log’s first trophies, games',
      { size: FEW, cost: few.read },
      { size: MANY, cost: many.read },
    ),
  ];
}
