import { civilDayAt } from '@/utils/domain/numbers/civil-time';
import { gameDatesOf } from '@/utils/domain/numbers/game-dates';
import { coverageOf } from '@/utils/domain/numbers/log-coverage';
import { civilColumnsOf } from '@/utils/domain/numbers/trophy-log';
import { trophyDaysOf } from '@/utils/domain/numbers/trophy-days';
import { yearFiguresOf, type YearFigures } from '@/utils/domain/numbers/year-figures';
import { aLog, NOW } from './earned-trophies.ts';

/** The figures of 2026, of three games. */
export function aYear(): YearFigures {
  const zone = [{ from: -Infinity, offset: 0 }];
  const log = aLog(
    ['2026-01-05T12:00:00Z', '2026-01-06T12:00:00Z', '2026-03-01T12:00:00Z'],
    ['2026-03-02T12:00:00Z', '2025-03-02T12:00:00Z'],
    ['2026-11-02T12:00:00Z'],
  );
  const civil = civilColumnsOf(log, zone);
  const days = trophyDaysOf(civil.day, log.grade);
  const coverage = coverageOf(log, []);
  const games = gameDatesOf(log, civil);
  const today = civilDayAt(zone, NOW / 1_000);
  return yearFiguresOf(
    {
      ...{ log, civil, days, games, coverage, today, until: today, titles: new Map() },
      ...{ leftOut: new Set<number>(), hasHours: false },
    },
    2026,
  );
}
