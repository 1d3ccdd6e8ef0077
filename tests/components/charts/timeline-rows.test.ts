import { expect, test } from 'vitest';
import { timelineMarks, type GameSpan } from '@/components/charts/timeline-rows';
import { spansOf } from '@/components/charts/timeline-spans';
import { aGame, dayOf } from '../../support/chart-data.ts';

const SPAN = { from: dayOf('2024-01-01'), to: dayOf('2026-12-31'), width: 1_096 };

function placesOf(games: readonly GameSpan[]) {
  return timelineMarks(games, SPAN, 'en-GB').map(({ id, row, x, end }) => ({ id, row, x, end }));
}

test('a game stands in the first row that is free where it begins', () => {
  const games = [
    aGame('C', '2026-01-01', '2026-02-01'),
    aGame('A', '2024-01-01', '2025-06-01'),
    aGame('B', '2025-01-01', '2025-12-01'),
  ];
  expect(placesOf(games).map(({ id, row }) => [id, row])).toEqual([
    ['A', 0],
    ['C', 0],
    ['B', 1],
  ]);
});

test('a bar has at least a day and three pixels, and keeps room for its name', () => {
  const games = [
    aGame('One day', '2024-01-01', '2024-01-01'),
    aGame('Next', '2024-01-02', '2024-01-02'),
  ];
  const [first, next] = placesOf(games);
  expect(first).toMatchObject({ x: 0, end: 3 });
  expect(next?.row).toBe(1);
});

test('a game that began before what is shown begins at its edge, and one beyond it is left out', () => {
  const games = [
    aGame('Long', '2020-01-01', '2024-01-31'),
    aGame('Old', '2020-01-01', '2021-01-01'),
  ];
  expect(placesOf(games)).toEqual([{ id: 'Long', row: 0, x: 0, end: 31 }]);
});

test('no two of 5,000 games lie upon each other', () => {
  const games = Array.from({ length: 5_000 }, (_, index) => {
    const first = SPAN.from + ((index * 7_919) % 1_000);
    return {
      ...aGame(`Game ${String(index)}`, '2024-01-01', '2024-01-01'),
      first,
      last: first + (index % 90),
    };
  });
  const marks = timelineMarks(games, SPAN, 'en-GB');
  const touching = marks.filter((mark, index) => {
    const before = marks[index - 1];
    return before?.row === mark.row && before.x + before.width > mark.x;
  });
  expect([marks.length, touching.length]).toEqual([5_000, 0]);
});

test('the last three years come first, then each year, and all of them at the end', () => {
  const spans = spansOf([aGame('A', '2022-05-01', '2026-01-01')], dayOf('2026-11-29'));
  expect(spans[0]).toEqual({
    from: dayOf('2024-01-01'),
    to: dayOf('2026-12-31'),
    isAll: false,
    id: 'latest',
  });
  expect(spans[1]).toEqual({
    from: dayOf('2026-01-01'),
    to: dayOf('2026-12-31'),
    isAll: false,
    id: '2026',
  });
  expect(spans.at(-1)).toEqual({
    from: dayOf('2022-01-01'),
    to: dayOf('2026-12-31'),
    isAll: true,
    id: 'all',
  });
});
