import { expect, test } from 'vitest';
import { pictureAlt } from '@/components/year/picture-alt';
import { aYear } from '../../support/a-year.ts';
import { aLog, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

const PORTRAIT = { shape: 'portrait', locale: 'en-US' } as const;
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
  return pictureAlt({ ...story, sets }, { onlineId: null, games: false }, PORTRAIT).split('. ')[0];
}

test('one of anything is one, and what may be more is at least so much', () => {
  expect(totalsOf(1)).toBe('2026 in trophies: 1 trophy, 1 platinum, 1 game at 100%');
  expect(totalsOf(2)).toBe('2026 in trophies: 2 trophies, 2 platinums, 2 games at 100%');
  expect(totalsOf(1, true)).toBe(
    '2026 in trophies, as far as is known: at least 1 trophy, at least 1 platinum, at least 1 game at 100%',
  );
});

test('of a year of which not all is known nothing is none, and nothing the most', () => {
  const alt = (isAtLeast: boolean): string => {
    const figures = { ...aYear(), isAtLeast, hundreds: [] };
    const titles = new Map(
      [1, 2, 3].map((n) => {
        const npCommunicationId = setId(n);
        return [npCommunicationId, aLibraryTitle({ npCommunicationId, name: `Game ${String(n)}` })];
      }),
    );
    const story = {
      figures,
      log: aLog([], [], []),
      titles,
      days: [],
      sets: { trophy: () => null },
    };
    return pictureAlt(story, { onlineId: null, games: true }, PORTRAIT);
  };
  expect(alt(false)).toMatch(/ 0 platinum, 0 gold, 0 silver, 5 bronze\..*the most points: Game 1/);
  expect(alt(true)).not.toMatch(/\b0\b|–|\+/);
  expect(alt(true)).toMatch(/: at least 5 trophies\. At least 5 bronze\./);
  expect(alt(true)).toContain('Of the games that are known, those with the most points: Game 1');
});
