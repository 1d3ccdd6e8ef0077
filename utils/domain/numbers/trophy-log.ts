import { civilDayOfClock, hourOfClock, type ZoneTable } from './civil-time';
import { NO_RATE, PER_TROPHY, secondAt, UNDATED, type SetEarnings } from './earnings';
import { inCodeUnits } from './log-order';

/**
 * Everything that was earned, the oldest first, in columns: 250,000 trophies are 4 MB, where as many objects are ten
 * times that. A place is a trophy's index in each of them. What has no date comes first.
 */
export interface TrophyLog {
  /** How many trophies. */
  count: number;
  /** How many of them have no date: those at places before this one. */
  undated: number;
  /** The sets, by their numbers. */
  sets: readonly SetEarnings[];
  /** The number of each trophy's set. */
  set: Uint32Array;
  /** Seconds since 1970; 0 where there is no date. */
  at: Uint32Array;
  trophyId: Uint16Array;
  /** Its place in `GRADES`, or `NO_GRADE`. */
  grade: Uint8Array;
  /** 0: the base game; add-ons count from 1; or `NO_GROUP`. */
  group: Uint16Array;
  /** In tenths of a percent, as it was last and when it was earned; or `NO_RATE`. */
  rate: Uint16Array;
  then: Uint16Array;
}

/** When each trophy was earned by the calendar and the clocks of a zone; 0 where it has no date. */
export interface CivilColumns {
  /** Days since 1970. */
  day: Uint16Array;
  hour: Uint8Array;
}

/** A place has so many bits beside the second: enough for two million trophies, eight times the largest account. */
const PLACES = 2 ** 21;

/** The log of these sets, each with what was earned in the order of the log. */
export function logOf(earnings: readonly SetEarnings[]): TrophyLog {
  const steps = logInSteps(earnings);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** So many places are filled at once. */
const STEP = 16_384;

/** The same in steps of some milliseconds each, for who has something else to do meanwhile. */
export function* logInSteps(earnings: readonly SetEarnings[]): Generator<undefined, TrophyLog> {
  const sets = [...earnings].sort((one, other) =>
    inCodeUnits(one.npCommunicationId, other.npCommunicationId),
  );
  const count = sets.reduce((sum, { trophies }) => sum + trophies.length / PER_TROPHY, 0);
  yield;
  const before = placesSetBySet(sets, count);
  yield;
  // Numbers without a rule of ours: browsers sort those ten times as fast.
  before.keys.sort();
  yield;
  const log: TrophyLog = { ...{ count, undated: 0, sets }, ...columnsFor(count) };
  for (let from = 0; from < count; from += STEP) {
    readTrophies(log, before, from, Math.min(count, from + STEP));
    yield;
  }
  while (log.undated < count && log.at[log.undated] === UNDATED) log.undated += 1;
  return log;
}

/** What the calendar and the clocks of a zone showed at each trophy. */
export function civilColumnsOf({ count, undated, at }: TrophyLog, zone: ZoneTable): CivilColumns {
  const [day, hour] = [new Uint16Array(count), new Uint8Array(count)];
  // Instants rise, and so do the changes of the clocks.
  let change = 0;
  for (let place = undated; place < count; place += 1) {
    while ((zone[change + 1]?.from ?? Infinity) <= at[place]!) change += 1;
    const onClocks = at[place]! + (zone[change]?.offset ?? 0);
    day[place] = civilDayOfClock(onClocks);
    hour[place] = hourOfClock(onClocks);
  }
  return { day, hour };
}

/** Where each trophy stands, by its place. */
interface Places {
  keys: Float64Array;
  setOf: Uint32Array;
  starts: Uint32Array;
}

function readTrophies(
  log: TrophyLog,
  { keys, setOf, starts }: Places,
  from: number,
  to: number,
): void {
  for (let place = from; place < to; place += 1) {
    const before = keys[place]! % PLACES;
    const number = setOf[before]!;
    log.set[place] = number;
    readTrophy(log, place, log.sets[number]!.trophies, (before - starts[number]!) * PER_TROPHY);
  }
}

/** By second, and by where it stands where all sets stand one behind the other: that is their order within a second. */
function placesSetBySet(sets: readonly SetEarnings[], count: number): Places {
  const keys = new Float64Array(count);
  const setOf = new Uint32Array(count);
  const starts = new Uint32Array(sets.length);
  let place = 0;
  sets.forEach(({ trophies }, number) => {
    starts[number] = place;
    for (let at = 0; at < trophies.length; at += PER_TROPHY) {
      keys[place] = secondAt(trophies, at) * PLACES + place;
      setOf[place] = number;
      place += 1;
    }
  });
  return { keys, setOf, starts };
}

function columnsFor(count: number): Omit<TrophyLog, 'count' | 'undated' | 'sets'> {
  return {
    set: new Uint32Array(count),
    at: new Uint32Array(count),
    trophyId: new Uint16Array(count),
    grade: new Uint8Array(count),
    group: new Uint16Array(count),
    rate: new Uint16Array(count),
    then: new Uint16Array(count),
  };
}

function readTrophy(log: TrophyLog, place: number, trophies: string, at: number): void {
  const gradeAndGroup = trophies.charCodeAt(at + 5);
  log.at[place] = secondAt(trophies, at);
  log.trophyId[place] = trophies.charCodeAt(at + 2);
  log.rate[place] = trophies.charCodeAt(at + 3);
  log.then[place] = believedThen(trophies.charCodeAt(at + 4), log.rate[place]);
  log.grade[place] = gradeAndGroup & 7;
  log.group[place] = gradeAndGroup >>> 3;
}

/** A rate of 0 is not believed where there was another later: Sony has had hours in which each was. */
function believedThen(then: number, rate: number): number {
  return then === 0 && rate > 0 ? NO_RATE : then;
}
