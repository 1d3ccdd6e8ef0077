import { expect, test } from 'vitest';
import { lateInRun, reportedUntil, type LateTrophy } from '@/utils/domain/history/late-trophies';
import { dayNumber } from '@/tests/support/civil-days.ts';

const ZONE = [{ from: 0, offset: 0 }];
const RUN = { startedAt: 1_000, finishedAt: 9_000 };
const EARNED = Date.UTC(2026, 2, 4);

function late(seenAt: number, said: Partial<LateTrophy> = {}): LateTrophy {
  return { seenAt, earnedAt: EARNED, npCommunicationId: 'NPWR00001_00', trophyId: 1, ...said };
}

test('a trophy that two computers have seen arrive late arrived once', () => {
  const arrived = [
    late(2_000),
    late(2_345),
    late(2_000, { trophyId: 2, earnedAt: EARNED + 86_400_000 }),
    late(2_345, { npCommunicationId: 'NPWR00002_00' }),
    late(500, { trophyId: 3 }),
    late(2_000, { trophyId: 4, earnedAt: null }),
  ];
  const first = dayNumber('2026-03-04');
  expect(lateInRun(RUN, arrived, ZONE)).toEqual({ trophies: 3, first, last: first + 1 });
});

test('what was seen between two syncs, as when a game was opened, is of the report after it', () => {
  const runs = [{ startedAt: 20_000, finishedAt: 29_000 }, RUN];
  const seen = [9_000, 9_500, 21_000].map((at, trophyId) => late(at, { trophyId }));
  const of = (index: number) =>
    lateInRun(runs[index]!, seen, ZONE, reportedUntil(runs, index))?.trophies;
  expect(of(0)).toBe(2);
  expect(of(1)).toBe(1);
  expect(
    reportedUntil(
      [
        { startedAt: 1, finishedAt: 2 },
        { startedAt: 0, finishedAt: null },
      ],
      0,
    ),
  ).toBe(0);
});

test('those of which nobody knows which they are count each', () => {
  const unknown = { trophyId: null };
  expect(lateInRun(RUN, [late(2_000, unknown), late(2_345, unknown)], ZONE)?.trophies).toBe(2);
  expect(lateInRun(RUN, [], ZONE)).toBeNull();
});
