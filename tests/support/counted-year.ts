import type { accountLibrary } from './account-library.ts';

type Account = ReturnType<typeof accountLibrary>;

const POINTS = { bronze: 15, silver: 30, gold: 90, platinum: 300 };
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HALF_A_DAY = 12 * 3_600_000;

/**
 * The numbers of a year as other code than the product's counts them: by what `Intl` says of each instant, and without
 * the log, its columns and its order.
 */
export function countedYear(
  { earned, titles }: Account,
  year: number,
  { zone, now }: { zone: string; now: number },
) {
  const shown = shownIn(zone);
  const dated = earned.map((each) => ({ ...each, on: shown(each.at) }));
  const ofYear = dated.filter(({ on }) => on.year === year);
  const perDay = new Map<string, number>();
  for (const { on } of ofYear) perDay.set(on.date, (perDay.get(on.date) ?? 0) + 1);
  const perGame = new Map<string, number>();
  for (const { set, grade } of ofYear) perGame.set(set, (perGame.get(set) ?? 0) + POINTS[grade]);
  const sets = [...new Set(earned.map(({ set }) => set))];
  const endsOf = (set: string): [number, number] => {
    const instants = earned.filter((each) => each.set === set).map(({ at }) => at);
    return [Math.min(...instants), Math.max(...instants)];
  };
  const today = shown(now);
  const upTo = today.year === year ? today.date.slice(5) : '12-31';
  const firstYear = Math.min(...dated.map(({ on }) => on.year));
  const grade = (name: keyof typeof POINTS): number =>
    ofYear.filter((each) => each.grade === name).length;
  return {
    trophies: ofYear.length,
    grades: {
      ...{ bronze: grade('bronze'), silver: grade('silver') },
      ...{ gold: grade('gold'), platinum: grade('platinum') },
    },
    points: ofYear.reduce((sum, each) => sum + POINTS[each.grade], 0),
    days: perDay.size,
    busiest: Math.max(0, ...perDay.values()),
    streak: longestRun(new Set(perDay.keys()), ofYear, shown),
    months: Array.from(
      { length: 12 },
      (_, at) => ofYear.filter(({ on }) => on.month === at + 1).length,
    ),
    weekdays: WEEKDAYS.map((name) => ofYear.filter(({ on }) => on.weekday === name).length),
    hours: Array.from({ length: 24 }, (_, at) => ofYear.filter(({ on }) => on.hour === at).length),
    rarest: ofYear
      .map(({ rate }) => rate)
      .sort((one, other) => one - other)
      .slice(0, 5),
    gamePoints: [...perGame.values()].sort((one, other) => other - one),
    platinums: ofYear
      .filter((each) => each.grade === 'platinum')
      .map(({ set }) => set)
      .sort(),
    hundreds: titles
      .filter(({ progress, npCommunicationId: id }) => {
        return progress === 100 && sets.includes(id) && shown(endsOf(id)[1]).year === year;
      })
      .map(({ npCommunicationId }) => npCommunicationId)
      .sort(),
    begun: sets.filter((set) => shown(endsOf(set)[0]).year === year).sort(),
    before:
      firstYear >= year
        ? null
        : dated.filter(({ on }) => on.year === year - 1 && on.date.slice(5) <= upTo).length,
  };
}

interface Shown {
  year: number;
  month: number;
  /** For example `2026-11-26`. */
  date: string;
  hour: number;
  weekday: string;
}

function shownIn(timeZone: string): (at: number) => Shown {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', weekday: 'short' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
  });
  return (at) => {
    const said = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
    const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((type) =>
      said.get(type as Intl.DateTimeFormatPartTypes),
    );
    return {
      ...{ year: Number(year), month: Number(month), date: `${year}-${month}-${day}` },
      ...{ hour: Number(said.get('hour')), weekday: said.get('weekday') ?? '' },
    };
  };
}

/** By walking from noon to noon, over whatever the clocks do at night. */
function longestRun(
  days: ReadonlySet<string>,
  trophies: readonly { at: number }[],
  shown: (at: number) => Shown,
): number {
  if (trophies.length === 0) return 0;
  const instants = trophies.map(({ at }) => at);
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const seen = new Set<string>();
  let [run, longest] = [0, 0];
  for (let at = first; at <= last + 2 * HALF_A_DAY; at += HALF_A_DAY) {
    const { date } = shown(at);
    if (seen.has(date)) continue;
    seen.add(date);
    run = days.has(date) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
