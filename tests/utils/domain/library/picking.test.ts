import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesIn,
  choiceOf,
  fixing,
  inFixedOrder,
  filtered,
  NO_FILTER,
  pickablesAt,
  platformsIn,
  rangeTo,
  type PickFilter,
} from '@/utils/domain/library/picking';
import { CHOICES, type Choice, type LibraryTitle } from '@/utils/domain/library/title';
import {
  NOTHING_TOUCHED,
  withChoice,
  withoutSaved,
  type Touched,
} from '@/utils/domain/library/touched';
import { DAY, aLibraryTitle } from '../../../support/statuses.ts';

const NOW = 1_790_000_000_000;

function aGame(id: string, said: Partial<LibraryTitle> = {}): LibraryTitle {
  return aLibraryTitle({ npCommunicationId: id, name: id, choice: 'unpicked', ...said });
}

/** Those of a list that comes for the first time. */
function pickables(titles: LibraryTitle[], hasChosen = true) {
  return pickablesAt(NOW)(titles, hasChosen);
}

function ticked(titles: LibraryTitle[], hasChosen: boolean): string[] {
  return pickables(titles, hasChosen)
    .filter(({ chosen }) => chosen === 'picked')
    .map(({ id }) => id);
}

describe('what is ticked at first', () => {
  const recent = aGame('recent', { lastPlayedAt: NOW - 89 * DAY });
  const older = aGame('older', { lastPlayedAt: NOW - 91 * DAY });
  const never = aGame('never', { lastPlayedAt: NOW - DAY, choice: 'never' });
  const picked = aGame('picked', { lastPlayedAt: NOW - 400 * DAY, choice: 'picked' });

  test('while nobody has picked anything: what was played in the last 90 days', () => {
    expect(ticked([recent, older, never], false)).toEqual(['recent']);
  });

  test('what is stored, once something was picked', () => {
    expect(ticked([recent, picked], false)).toEqual(['picked']);
  });

  test('what is stored, once the player has chosen', () => {
    expect(ticked([recent, older], true)).toEqual([]);
  });
});

test('what PSN does not have any more cannot be picked', () => {
  const gone = aGame('gone', { absence: { missedAt: NOW, isSure: true } });
  const missed = aGame('missed', { absence: { missedAt: NOW, isSure: false } });

  expect(pickables([gone, missed]).map(({ id }) => id)).toEqual(['missed']);
});

const TITLES = pickables([
  aGame('Astro Bot', { platforms: ['PS5'], progress: 100, choice: 'picked' }),
  aGame('Pokémon-like', { platforms: ['PS5', 'PSPC'], progress: 40 }),
  aGame('Bloodborne™', { platforms: ['PS4'], progress: 0 }),
  aGame('Uncharted', { platforms: ['PSVITA', 'PS4'], progress: 0, choice: 'never' }),
]);

test.each<[string, Partial<PickFilter>, string[]]>([
  ['everything but what is never picked', {}, ['Astro Bot', 'Pokémon-like', 'Bloodborne™']],
  ['a search', { search: 'pokemon' }, ['Pokémon-like']],
  ['a search with a console in it', { search: 'o ps4' }, ['Bloodborne™']],
  ['a platform', { platform: 'PS4' }, ['Bloodborne™']],
  ['a progress', { progress: 'under-way' }, ['Pokémon-like']],
  ['what is ticked', { segment: 'ticked' }, ['Astro Bot']],
  ['what is never picked', { segment: 'never' }, ['Uncharted']],
  ['all at once', { search: 'o', platform: 'PS5', progress: 'complete' }, ['Astro Bot']],
])('shows %s', (_, filter, names) => {
  const { visible } = filtered(TITLES, NOTHING_TOUCHED, { ...NO_FILTER, ...filter }, null);

  expect(visible.map(({ id }) => id)).toEqual(names);
});

test('counts what each filter would show', () => {
  const filter = fc.record({
    search: fc.constantFrom('', 'o', 'b', 'nothing'),
    platform: fc.constantFrom(null, 'PS5', 'PS4', 'PS3'),
    progress: fc.constantFrom(null, 'not-started' as const, 'complete' as const),
    segment: fc.constantFrom('all' as const, 'ticked' as const, 'never' as const),
  });
  fc.assert(
    fc.property(filter, (chosen) => {
      const size = (change: Partial<PickFilter>) =>
        filtered(TITLES, NOTHING_TOUCHED, { ...chosen, ...change }, null).visible.length;
      const { counts } = filtered(TITLES, NOTHING_TOUCHED, chosen, null);
      for (const platform of ['PS5', 'PS4', 'PSVITA', 'PSPC'])
        expect(counts.platforms.get(platform) ?? 0).toBe(size({ platform }));
      for (const progress of ['not-started', 'under-way', 'complete'] as const)
        expect(counts.progresses.get(progress) ?? 0).toBe(size({ progress }));
      for (const segment of ['all', 'ticked', 'never'] as const)
        expect(counts.segments.get(segment) ?? 0).toBe(size({ segment }));
    }),
  );
});

test('the platforms of the account, the newest consoles first', () => {
  expect(platformsIn(TITLES)).toEqual(['PS5', 'PS4', 'PSVITA', 'PSPC']);
});

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const choices = fc.constantFrom(...CHOICES);
const titles = fc.uniqueArray(fc.record({ id: ids, choice: choices, daysAgo: fc.nat(200) }), {
  selector: ({ id }) => id,
});

test('no live change takes away what the player has chosen', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, choices)), titles, (clicks, later) => {
      const touched = clicks.reduce<Touched>(
        (so, [id, choice]) => withChoice(so, [id], choice),
        NOTHING_TOUCHED,
      );
      const last = new Map<string, Choice>(clicks);
      const all = pickables(
        later.map(({ id, choice, daysAgo }) =>
          aGame(id, { choice, lastPlayedAt: NOW - daysAgo * DAY }),
        ),
        false,
      );
      for (const game of all)
        expect(choiceOf(game, touched)).toBe(last.get(game.id) ?? game.chosen);
    }),
  );
});

test('what is saved makes the store what the page shows, and says nothing that it knows', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, choices)), titles, (clicks, stored) => {
      const touched: Touched = new Map(clicks);
      const all = pickables(stored.map(({ id, choice }) => aGame(id, { choice })));
      const changes = new Map<string, Choice>(changesIn(all, touched, true));
      for (const game of all) {
        expect(changes.get(game.id) ?? game.title.choice).toBe(choiceOf(game, touched));
        expect(changes.get(game.id)).not.toBe(game.title.choice);
      }
    }),
  );
});

test('what the first import imports is all the player’s, also what was ticked by itself', () => {
  const all = pickables(
    [
      aGame('ticked', { choice: 'picked', lastPlayedAt: NOW }),
      aGame('old', { choice: 'unpicked', lastPlayedAt: NOW - 900 * DAY }),
      aGame('left out', { choice: 'picked', lastPlayedAt: NOW }),
    ],
    false,
  );
  const touched = withChoice(NOTHING_TOUCHED, ['left out'], 'unpicked');

  expect(changesIn(all, touched, false)).toEqual([
    ['ticked', 'picked'],
    ['left out', 'unpicked'],
  ]);
  expect(changesIn(all, touched, true)).toEqual([['left out', 'unpicked']]);
});

test('what was changed again while it was saved is still to be saved', () => {
  const sent = withChoice(NOTHING_TOUCHED, ['a', 'b'], 'picked');
  const since = withChoice(sent, ['b', 'c'], 'unpicked');

  expect([...withoutSaved(since, sent)]).toEqual([
    ['b', 'unpicked'],
    ['c', 'unpicked'],
  ]);
});

test('a range has both its ends and all between, and nothing that is never picked', () => {
  const position = fc.nat(19);
  const row = fc.tuple(position, position, fc.uniqueArray(position));
  fc.assert(
    fc.property(row, ([from, to, nevers]) => {
      const all = pickables(Array.from({ length: 20 }, (_, at) => aGame(`${at}`)));
      const touched = withChoice(NOTHING_TOUCHED, nevers.map(String), 'never');
      const wanted = all
        .map((_, at) => at)
        .filter((at) => at >= Math.min(from, to) && at <= Math.max(from, to))
        .filter((at) => at === to || !nevers.includes(at));

      expect(rangeTo(all, touched, `${from}`, `${to}`)).toEqual(wanted.map(String));
    }),
  );
});

test.each([null, 'not shown any more'])('a range from %s is the one game', (from) => {
  expect(rangeTo(TITLES, NOTHING_TOUCHED, from, 'Bloodborne™')).toEqual(['Bloodborne™']);
});

test('what the player has just changed stays in sight and in its place', () => {
  const [first, second, third] = TITLES;
  const fixed = fixing(null, TITLES, [first!.id]);
  const touched = withChoice(NOTHING_TOUCHED, [first!.id], 'never');
  const newcomer = pickables([aGame('Newcomer')])[0]!;
  const moved = inFixedOrder([newcomer, third!, second!, first!], fixed);

  const { visible, counts } = filtered(moved, touched, NO_FILTER, fixed);

  expect(visible.map(({ id }) => id)).toEqual([first!.id, second!.id, third!.id, 'Newcomer']);
  expect(counts.segments.get('all')).toBe(3);
});

test('a change works out again what has changed, and a first choice what is ticked', () => {
  const list = pickablesAt(NOW);
  const titles = Array.from({ length: 50 }, (_, at) =>
    aGame(`Game ${String(at)}`, { lastPlayedAt: NOW - DAY }),
  );
  const before = list(titles, false);
  const now = titles.map((title, at) => (at === 7 ? { ...title, progress: 100 } : title));
  expect(list(now, false).filter((each) => !before.includes(each))).toMatchObject([
    { id: 'Game 7', progress: 'complete', chosen: 'picked' },
  ]);
  expect(new Set(list(now, true).map(({ chosen }) => chosen))).toEqual(new Set(['unpicked']));
});
