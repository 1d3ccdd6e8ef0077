import { expect, test } from 'vitest';
import { pictureAlt } from '@/components/year/picture-alt';
import { aYear } from '../../support/a-year.ts';
import { aLog } from '../../support/earned-trophies.ts';

const COUNTS = { bronze: 0, silver: 0, gold: 0 };

/** What is said first of a year with so many platinums and no other trophy, each of a game that is done. */
function totalsOf(platinums: number, isAtLeast = false): string | undefined {
  const figures = {
    ...{ ...aYear(), isAtLeast, isRunning: false },
    ...{ sections: [], rarest: [], platinums: [] },
    earned: { counts: { ...COUNTS, platinum: platinums }, trophies: platinums },
    hundreds: Array.from({ length: platinums }, (_, game) => ({ game, day: 20_500 })),
  };
  const story = { figures, log: aLog([]), titles: new Map(), days: [] };
  const sets = { trophy: () => null };
  return pictureAlt({ ...story, sets }, { onlineId: null, games: false }, 'en-US').split('. ')[0];
}

test('one of anything is one, and of at least one there are several', () => {
  expect(totalsOf(1)).toBe('2026 in trophies: 1 trophy, 1 platinum, 1 game at 100%');
  expect(totalsOf(2)).toBe('2026 in trophies: 2 trophies, 2 platinums, 2 games at 100%');
  expect(totalsOf(1, true)).toBe('2026 in trophies: 1+ trophies, 1+ platinums, 1+ games at 100%');
});
