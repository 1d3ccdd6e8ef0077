import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDayAt, dateOf, hourAt } from '@/utils/domain/numbers/civil-time';
import { logFilterOf } from '@/utils/domain/numbers/log-filter';
import { matchingTrophies } from '../../../support/matching-trophies';
import { civilColumnsOf, logOf, type TrophyLog } from '@/utils/domain/numbers/trophy-log';
import { offsetChanges } from '@/utils/format/time-zones';
import { Accounts } from '../../../psn/accounts/accounts.ts';
import { SimulatedScene } from '../../../support/simulated-scene';

const START = Date.UTC(2026, 10, 27, 12);
const ZONES = [
  ...['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland'],
  ...['Asia/Kolkata', 'Australia/Lord_Howe'],
];

/** A trophy that the simulator's own account has earned. */
interface Earned {
  id: string;
  trophyId: number;
  at: number;
  isPlatinum: boolean;
}

let scene: SimulatedScene;
let log: TrophyLog;
let earned: Earned[];

beforeAll(async () => {
  scene = await SimulatedScene.of('casual', 42);
  scene.everyGame = true;
  await scene.syncByHand();
  await scene.sleepToEnd();
  log = logOf(await scene.database.earnings.toArray());
  const account = new Accounts(1, START).named('casual');
  earned = [...account.setsById().entries()].flatMap(([id, set]) =>
    account
      .trophies(set)
      .flatMap(({ earnedAt, id: trophyId, grade }) =>
        earnedAt === null ? [] : [{ id, trophyId, at: earnedAt, isPlatinum: grade === 'platinum' }],
      ),
  );
}, 60_000);

afterAll(() => scene.close());

/** By other code: a text that sorts as the log does. */
function sorted(): Earned[] {
  const keyOf = ({ at, id, isPlatinum, trophyId }: Earned): string =>
    [
      String(at).padStart(15, '0'),
      id,
      isPlatinum ? 1 : 0,
      String(trophyId).padStart(5, '0'),
    ].join();
  return [...earned].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

test('the log has every trophy of the account, each where it belongs', () => {
  expect(earned.length).toBeGreaterThan(500);
  const ours = Array.from({ length: log.count }, (_, place) => ({
    id: log.sets[log.set[place]!]!.npCommunicationId,
    trophyId: log.trophyId[place],
    at: log.at[place]! * 1_000,
  }));
  expect(ours).toStrictEqual(sorted().map(({ id, trophyId, at }) => ({ id, trophyId, at })));
});

describe.each(ZONES)('in %s', (zone) => {
  const table = offsetChanges(zone, Date.UTC(2006, 0, 1) / 1_000, START / 1_000);
  const format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    ...{ timeZone: zone, hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
  });
  const shown = (at: number): { date: string; hour: number } => {
    const [, date = '', hour = ''] = /^(\S+), (\d+)/.exec(format.format(at)) ?? [];
    return { date, hour: Number(hour) };
  };

  test('each trophy is of the day and the hour that a calendar there shows', () => {
    for (const { at } of earned) {
      const { year, month, day } = dateOf(civilDayAt(table, at / 1_000));
      const date = [year, ...[month, day].map((each) => String(each).padStart(2, '0'))].join('-');
      expect({ date, hour: hourAt(table, at / 1_000) }).toStrictEqual(shown(at));
    }
  });

  test('a year, a month, an hour and a day of the week have the trophies that a recount has', () => {
    const civil = civilColumnsOf(log, table);
    const countOf = (query: string): number =>
      matchingTrophies(log, civil, logFilterOf(query), []).length;
    const dates = earned.map(({ at }) => shown(at));
    const recount = (fits: (of: { date: string; hour: number }) => boolean): number =>
      dates.filter(fits).length;
    for (const year of new Set(dates.map(({ date }) => date.slice(0, 4)))) {
      expect(countOf(`year=${year}`), year).toBe(recount(({ date }) => date.startsWith(year)));
    }
    for (const month of new Set(dates.map(({ date }) => date.slice(0, 7)))) {
      expect(countOf(`month=${month}`), month).toBe(recount(({ date }) => date.startsWith(month)));
    }
    expect(countOf('hour=0')).toBe(recount(({ hour }) => hour === 0));
    const sundays = recount(({ date }) => new Date(`${date}T12:00:00Z`).getUTCDay() === 0);
    expect(countOf('weekday=sun')).toBe(sundays);
  });
});
