import { expect, test } from 'vitest';
import { pictureAlt } from '@/components/year/picture-alt';
import { pictureFacts, trophyTold } from '@/components/year/picture-facts';
import { NO_RATE } from '@/utils/domain/numbers/earnings';
import * as words from '@/utils/words/en/year.json';
import { aYear } from '../../support/a-year.ts';
import { aLog, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

const PORTRAIT = { shape: 'portrait', locale: 'en-US' } as const;
const OF = { zone: 'UTC', locale: 'en-US' };

/** 2026 with a platinum for each of these rates, in the order of the year. */
function storyOf(rates: readonly number[]) {
  const days = rates.map((_, n) => [Date.UTC(2026, n, 1)]);
  const log = { ...aLog(...days), rate: Uint16Array.from(rates) };
  const platinums = rates.map((_, n) => ({ place: n, game: n, day: 20_500 + n }));
  const titles = new Map(
    rates.map((rate, n) => {
      const npCommunicationId = setId(n + 1);
      return [npCommunicationId, aLibraryTitle({ npCommunicationId, name: `At ${String(rate)}` })];
    }),
  );
  const figures = { ...aYear(), platinums, rarest: [], first: null };
  return { figures, log, titles, days: [], sets: { trophy: () => null } };
}

/** The tiles of a picture of it. */
function tilesOf(rates: readonly number[]) {
  const { tiles, tilesLeft } = pictureFacts(storyOf(rates), { onlineId: null, games: true }, OF);
  return { names: tiles.map(({ game }) => game.name), tilesLeft };
}

test('of many platinums the rarest are shown, and how many more there are', () => {
  const rates = [400, 20, NO_RATE, 310, 120, 50, 60, 70, 80, 90, 100, 30];
  const first = ['At 20', 'At 30', 'At 50', 'At 60', 'At 70', 'At 80', 'At 90', 'At 100', 'At 120'];
  expect(tilesOf(rates)).toEqual({
    names: [...first, 'At 310', 'At 400', `At ${String(NO_RATE)}`],
    tilesLeft: 0,
  });
  expect(tilesOf([...rates, 10, 900])).toEqual({
    names: ['At 10', ...first, 'At 310'],
    tilesLeft: 3,
  });
});

test.each([
  ['portrait', 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], null],
  ['portrait', 30, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 19],
  ['landscape', 6, [1, 2, 3, 4, 5, 6], null],
  ['landscape', 8, [1, 2, 3, 4, 5], 3],
] as const)(
  'in %s the description of %i platinums names those that are drawn',
  (shape, all, drawn, more) => {
    // The rarest were the last of the year.
    const rates = Array.from({ length: all }, (_, index) => all - index);
    const told = { onlineId: null, games: true };
    const alt = pictureAlt(storyOf(rates), told, { shape, locale: 'en-US' });
    expect([...alt.matchAll(/At (\d+)/g)].map(([, rate]) => Number(rate))).toEqual(drawn);
    expect(/and (\d+) more/.exec(alt)?.[1] ?? null).toBe(more === null ? null : String(more));
  },
);

test('games that have no tile are counted, also where no platinum is among them', () => {
  const games = Array.from({ length: 40 }, (_, game) => ({ game, points: 40 - game, trophies: 1 }));
  const figures = { ...aYear(), platinums: [], games };
  const story = {
    ...{ figures, log: aLog(), titles: new Map(), days: [] },
    sets: { trophy: () => null },
  };
  const { tiles, tilesLeft } = pictureFacts(story, { onlineId: null, games: true }, OF);
  expect([tiles.length, tilesLeft]).toEqual([11, 29]);
});

test('the game of the year is named, or is not there', () => {
  const npCommunicationId = setId(1);
  const titles = new Map([
    [npCommunicationId, aLibraryTitle({ npCommunicationId, name: 'Sable Aviary' })],
  ]);
  const story = {
    ...{ figures: aYear(), log: aLog(['2026-01-05T12:00:00Z']), titles, days: [] },
    sets: { trophy: () => null },
  };
  const values = (games: boolean): string[] =>
    pictureFacts(story, { onlineId: null, games }, OF).lines.map(({ value }) => value);
  expect(values(true)).toContain('Sable Aviary');
  expect(values(false).filter((value) => !/trophy|platinum/i.test(value))).toEqual([]);
});

test('of what is at least so much each grade is so too, and one of which none is known is not none', () => {
  const figures = { ...aYear(), isAtLeast: true };
  const story = {
    ...{ figures, log: aLog(['2026-01-05T12:00:00Z']), titles: new Map(), days: [] },
    sets: { trophy: () => null },
  };
  const told = { onlineId: null, games: true };
  const { grades } = pictureFacts(story, told, OF);
  expect(grades.map(({ value }) => value)).toEqual(['–', '–', '–', '5+']);
  expect(pictureAlt(story, told, PORTRAIT)).toContain('At least 5 bronze.');
});

test('of what is at least so much nothing else is told as exact', () => {
  const saidOf = (isAtLeast: boolean): [string, string, number] => {
    const figures = { ...aYear(), isAtLeast, rarest: [{ place: 0, rate: 12, then: null }] };
    const story = {
      ...{ figures, log: aLog(['2026-01-05T12:00:00Z']), titles: new Map(), days: [] },
      sets: { trophy: () => null },
    };
    const told = { onlineId: null, games: true };
    const { said, lines } = pictureFacts(story, told, OF);
    return [said.join(), pictureAlt(story, told, PORTRAIT), lines.length];
  };
  const month = { month: 'March' };
  const [said, alt, lines] = saidOf(true);
  expect(lines).toBe(0);
  expect(said).toContain(words.pictureDaysAtLeast({ days: 5 }, 'en-US'));
  expect(said).not.toContain(words.pictureMonths(month));
  expect(alt).toContain(words.altDaysAtLeast({ days: 5 }, 'en-US'));
  expect(alt).not.toContain('March');
  expect(alt).not.toContain('1.2%');
  const [exact, exactAlt, exactLines] = saidOf(false);
  expect(exactLines).toBeGreaterThan(0);
  expect(exact).toContain(words.pictureMonths(month));
  expect(exact).toContain(words.pictureDays({ days: 5 }, 'en-US'));
  expect(exactAlt).toContain('1.2%');
  expect(exactAlt).toContain(words.altDays({ days: 5 }, 'en-US'));
});

test('a trophy that has no name is told by its grade', () => {
  const title = aLibraryTitle({ npCommunicationId: setId(1), name: 'Sable Aviary' });
  const trophy = { id: '0', trophyId: 0, grade: 'gold' as const, day: 1, name: '', iconUrl: null };
  const said = trophyTold(
    { ...trophy, npCommunicationId: setId(1), title },
    { onlineId: null, games: true },
  );
  expect(said).toContain(words.aTrophy.gold);
});

test('the zone that days are in is told with whose picture it is alone', () => {
  const story = {
    ...{ figures: aYear(), log: aLog(['2026-01-05T12:00:00Z']), titles: new Map(), days: [] },
    sets: { trophy: () => null },
  };
  const footOf = (onlineId: string | null): string =>
    pictureFacts(story, { onlineId, games: true }, { ...OF, zone: 'Europe/Berlin' }).foot.join(' ');
  expect(footOf('Night_Cabinet')).toContain('Europe/Berlin');
  expect(footOf(null)).not.toContain('Berlin');
});
