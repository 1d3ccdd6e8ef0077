import { expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

const NOW = Date.UTC(2026, 10, 29);

test('another edition that had the same trophies before explains that they came at once, and no other game does', () => {
  const bursts = (seconds: number) => [
    earnedAt(NOW - 1_000 * seconds, { grade: 'platinum' }),
    ...Array.from({ length: 4 }, () => earnedAt(NOW - 1_000 * seconds)),
  ];
  const [LATER, EARLIER] = [900_000, 9_000_000];
  const sets = [
    { name: 'Lantern', platforms: ['PS5'], trophies: bursts(LATER) },
    { name: 'Lantern (PS4)', platforms: ['PS4'], trophies: bursts(EARLIER) },
    { name: 'Orchard', platforms: ['PS5'], trophies: bursts(LATER) },
    { name: 'Drift', platforms: ['PS4'], trophies: bursts(LATER) },
    { name: 'Drift™', platforms: ['PS4'], trophies: bursts(EARLIER) },
  ];
  const figures = new LibraryFigures({
    titles: () =>
      sets.map(({ name, platforms }, index) =>
        aLibraryTitle({ npCommunicationId: setId(index + 1), name, platforms }),
      ),
    earnings: () => sets.map(({ trophies }, index) => earningsIn(index + 1, trophies)),
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });
  const ways = Object.fromEntries(
    (figures.platinums ?? []).map(({ title, way }) => [title.name, way]),
  );
  const popped = { days: null, reason: 'auto-pop' };
  expect(ways).toEqual({
    Lantern: { days: null, reason: 'taken-over', from: ['PS4'] },
    'Lantern (PS4)': popped,
    Orchard: popped,
    Drift: { days: null, reason: 'taken-over', from: [] },
    'Drift™': popped,
  });
});
