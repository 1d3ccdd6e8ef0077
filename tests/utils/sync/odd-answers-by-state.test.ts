/** @module-tag slow */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GRID_STATES, type GridStateName } from '../../support/grid-states';
import { gridTrial, truthOf } from '../../support/grid-trial';
import { ODD_KINDS, type OddKind } from '../../support/odd-answers';
import { shortenWaits } from '../../support/shorten-waits';

const NAMES = Object.keys(GRID_STATES) as GridStateName[];
/** In which every kind is tried; the others share them. */
const WHOLE: readonly GridStateName[] = ['never synced', 'changed'];
const SHARE = 4;
const SAMPLE = 600;

/** `EVERY=40` leaves all but each fortieth out, `FROM=3` begins with another one. */
const EVERY = Number(process.env['EVERY'] ?? 1);
const FROM = Number(process.env['FROM'] ?? 0);

beforeEach(shortenWaits);
afterEach(() => void vi.unstubAllGlobals());

/** What is wrong in this state with what comes of each of these kinds. */
async function wrongOf(name: GridStateName, kinds: readonly OddKind[]): Promise<string[]> {
  const truth = await truthOf(name);
  const wrong: string[] = [];
  for (const [n, kind] of kinds.entries()) {
    shortenWaits();
    const faults = await Promise.race([gridTrial(name, kind, n * 7 + FROM, truth), tooLate()]);
    wrong.push(...faults.map((fault) => `${kind.name}: ${fault}`));
  }
  return wrong;
}

function tooLate(): Promise<string[]> {
  return new Promise((resolve) => setTimeout(() => resolve(['it hangs']), 25_000));
}

/** So many of each that every kind is tried in some states, and other ones in each. */
function shareOf(state: number, size: number): OddKind[] {
  return ODD_KINDS.filter((_, kind) => (kind + state * 7) % size === FROM % size);
}

describe('an odd answer breaks nothing, costs what is odd, and is forgotten with the next good ones', () => {
  test.each(NAMES)('in a library that is %s: some kinds', async (name) => {
    expect(await wrongOf(name, shareOf(NAMES.indexOf(name), SAMPLE))).toStrictEqual([]);
  });

  test.each(NAMES)(
    'in a library that is %s: all kinds, or its share of them',
    { tags: ['long'], timeout: 1_800_000 },
    async (name) => {
      const share = WHOLE.includes(name) ? ODD_KINDS : shareOf(NAMES.indexOf(name), SHARE);
      const kinds = share.filter((_, kind) => kind % EVERY === FROM % EVERY);
      expect(await wrongOf(name, kinds)).toStrictEqual([]);
    },
  );
});
