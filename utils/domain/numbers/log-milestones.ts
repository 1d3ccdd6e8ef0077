import { hasGroups, type LibraryTitle } from '../library/title';
import { GRADES } from '../trophies/grades';
import { UNDATED, type SetEarnings } from './earnings';
import type { LogNumbers } from './log-numbers';
import type { TrophyLog } from './trophy-log';

/** What is worth a line of its own in the log, above the trophy that it came with. */
export type Milestone =
  /** The first trophy, and every hundredth. */
  | { kind: 'trophy'; number: number }
  /** The first platinum, and every tenth. */
  | { kind: 'platinum'; number: number }
  /** The base game of a set that has more than that. */
  | { kind: 'base-done'; npCommunicationId: string }
  | { kind: 'completed'; npCommunicationId: string }
  /** An add-on, or Sony, took a 100 % away: seen by a sync then, whenever the trophy was earned that it stands above. */
  | { kind: 'lost-hundred'; npCommunicationId: string; seenAt: number };

/** What of a title its milestones go by. */
export type MilestoneTitle = Pick<
  LibraryTitle,
  'npCommunicationId' | 'groupCount' | 'tally' | 'earned' | 'progress'
>;

/** When a sync saw that a 100 % was reached or lost. Milliseconds since 1970. */
export interface HundredEvent {
  kind: 'completed' | 'lost-hundred';
  npCommunicationId: string;
  seenAt: number;
}

const PLATINUM = GRADES.indexOf('platinum');

/**
 * The milestones by the place of the trophy that they came with. A number is one only where it is exact.
 * @param isOf whether a game is shown, where not all are: what is told of one stands at a trophy of a game that is
 */
export function milestonesOf(
  log: TrophyLog,
  numbers: LogNumbers,
  titles: readonly MilestoneTitle[],
  events: readonly HundredEvent[],
  isOf: ((npCommunicationId: string) => boolean) | null = null,
): ReadonlyMap<number, readonly Milestone[]> {
  const found = new Map<number, Milestone[]>();
  const add = (place: number, milestone: Milestone): void => {
    if ('npCommunicationId' in milestone && isOf?.(milestone.npCommunicationId) === false) return;
    const here = found.get(place) ?? [];
    if (!here.some((each) => isSameHundred(each, milestone))) {
      found.set(place, [...here, milestone]);
    }
  };
  addNumbered(log, numbers, add);
  addPlatinums(log, numbers, titles, add);
  addDone(log, titles, add);
  addEvents(log, titles, { events, isOf }, add);
  for (const here of found.values()) here.sort(latestFirst);
  return found;
}

/** What is told of one trophy stands as the log does: a 100 % is lost after it was reached, and the base game done before. */
const FROM_LATEST: readonly Milestone['kind'][] = [
  'trophy',
  'platinum',
  'lost-hundred',
  'completed',
  'base-done',
];

function latestFirst(one: Milestone, other: Milestone): number {
  if (one.kind === 'lost-hundred' && other.kind === 'lost-hundred') {
    return other.seenAt - one.seenAt;
  }
  return FROM_LATEST.indexOf(one.kind) - FROM_LATEST.indexOf(other.kind);
}

type Add = (place: number, milestone: Milestone) => void;

/** One 100 % that was lost and came back with no trophy between is told once. */
function isSameHundred(one: Milestone, other: Milestone): boolean {
  return (
    one.kind === 'completed' &&
    other.kind === 'completed' &&
    one.npCommunicationId === other.npCommunicationId
  );
}

/** Where numbers are exact each is one more than the one before. */
function addNumbered(log: TrophyLog, { exactFrom, at }: LogNumbers, add: Add): void {
  const first = exactFrom < log.count ? at(exactFrom) : null;
  if (first === null) return;
  if (first === 1) add(exactFrom, { kind: 'trophy', number: 1 });
  for (let number = 100 * Math.ceil(first / 100); ; number += 100) {
    const place = exactFrom + number - first;
    if (place >= log.count) return;
    add(place, { kind: 'trophy', number });
  }
}

/** From the newest down, as long as their numbers are exact: what is missing may be platinums. */
function addPlatinums(
  log: TrophyLog,
  { exactFrom, takenBack }: LogNumbers,
  titles: readonly MilestoneTitle[],
  add: Add,
): void {
  let here = 0;
  for (const grade of log.grade) here += grade === PLATINUM ? 1 : 0;
  const logged = platinumsBySet(log);
  let number = here;
  for (const { npCommunicationId, earned } of titles) {
    const [counted, logs] = [earned.platinum, logged.get(npCommunicationId) ?? 0];
    const isLess = counted !== null && takenBack.has(npCommunicationId);
    number += isLess ? counted - logs : Math.max(0, (counted ?? 0) - logs);
  }
  for (let place = log.count - 1; place >= exactFrom; place -= 1) {
    if (log.grade[place] !== PLATINUM) continue;
    if (number === 1 || number % 10 === 0) add(place, { kind: 'platinum', number });
    number -= 1;
  }
}

function platinumsBySet({ sets, set, grade }: TrophyLog): Map<string, number> {
  const found = new Map<string, number>();
  grade.forEach((each, place) => {
    if (each !== PLATINUM) return;
    const id = sets[set[place]!]!.npCommunicationId;
    found.set(id, (found.get(id) ?? 0) + 1);
  });
  return found;
}

/** A set that is done, at its last trophy; and its base game before that, where there is more. */
function addDone(log: TrophyLog, titles: readonly MilestoneTitle[], add: Add): void {
  const byId = new Map(titles.map((title) => [title.npCommunicationId, title]));
  const done = log.sets.map((set) => doneIn(set, byId.get(set.npCommunicationId)));
  // In columns too: each trophy is looked at.
  const completed = Float64Array.from(done, (of) => of.completed ?? NaN);
  const base = Float64Array.from(done, (of) => of.base ?? NaN);
  for (let place = log.count - 1; place >= log.undated; place -= 1) {
    const number = log.set[place]!;
    if (completed[number] === log.at[place]) {
      add(place, { kind: 'completed', npCommunicationId: log.sets[number]!.npCommunicationId });
      completed[number] = NaN;
    }
    if (base[number] === log.at[place] && log.group[place] === 0) {
      add(place, { kind: 'base-done', npCommunicationId: log.sets[number]!.npCommunicationId });
      base[number] = NaN;
    }
  }
}

interface DoneAt {
  base: number | null;
  completed: number | null;
}

function doneIn({ baseDoneAt }: SetEarnings, title: MilestoneTitle | undefined): DoneAt {
  if (title === undefined) return { base: null, completed: null };
  const at = title.tally?.completedAt ?? null;
  const completed = at === null || title.progress !== 100 ? null : Math.floor(at / 1_000);
  const isBaseOnly = !hasGroups(title) || baseDoneAt === completed;
  return { base: isBaseOnly || baseDoneAt === UNDATED ? null : baseDoneAt, completed };
}

/** A 100 % that was lost, above the newest trophy that was there by then; and the one that it was, at that set's trophy. */
function addEvents(
  log: TrophyLog,
  titles: readonly MilestoneTitle[],
  { events, isOf }: { events: readonly HundredEvent[]; isOf: ((id: string) => boolean) | null },
  add: Add,
): void {
  const done = new Set(
    titles.flatMap(({ npCommunicationId, progress }) =>
      progress === 100 ? npCommunicationId : [],
    ),
  );
  const lostAt = new Map<string, number>();
  const told = withFormerHundreds(events);
  for (const { kind, npCommunicationId: id, seenAt } of told) {
    if (kind === 'lost-hundred') lostAt.set(id, Math.max(seenAt, lostAt.get(id) ?? 0));
  }
  for (const { kind, npCommunicationId, seenAt, isFormer } of told) {
    // Not for each of them the whole log: what is not shown has no place in it.
    if (isOf?.(npCommunicationId) === false) continue;
    // One that was lost stays where it was, also where the set is at 100 % again.
    const isOver = !done.has(npCommunicationId) || seenAt <= (lostAt.get(npCommunicationId) ?? 0);
    if (kind === 'completed' && !isOver) continue;
    const isAny = kind === 'completed' ? (id: string) => id === npCommunicationId : isOf;
    const place = lastBefore(log, seenAt, isAny);
    // Nobody knows whether an add-on was there before the loss: its trophy may be what came with the one that took it.
    if (place === null || (isFormer === true && log.group[place] !== 0)) continue;
    add(
      place,
      kind === 'completed' ? { kind, npCommunicationId } : { kind, npCommunicationId, seenAt },
    );
  }
}

/** `isFormer`: no event tells of it, but the loss that follows. */
type ToldHundred = HundredEvent & { isFormer?: true };

/**
 * What was lost was there before: also where no event tells of it, since the game was done before the first sync, or
 * since no more events are kept. What two browsers have seen lost, and none has seen back between, was lost once.
 * @param events the earliest first
 */
function withFormerHundreds(events: readonly HundredEvent[]): ToldHundred[] {
  const last = new Map<string, HundredEvent['kind']>();
  return events.flatMap((event): ToldHundred[] => {
    const before = last.get(event.npCommunicationId);
    last.set(event.npCommunicationId, event.kind);
    if (event.kind === 'completed' || before === 'completed') return [event];
    return before === undefined ? [{ ...event, kind: 'completed', isFormer: true }, event] : [];
  });
}

/** The newest trophy, of some sets or of any, that was earned by then. */
function lastBefore(
  log: TrophyLog,
  instant: number,
  isOf: ((npCommunicationId: string) => boolean) | null,
): number | null {
  for (let place = log.count - 1; place >= log.undated; place -= 1) {
    if (log.at[place]! * 1_000 > instant) continue;
    if (isOf === null || isOf(log.sets[log.set[place]!]!.npCommunicationId)) return place;
  }
  return null;
}
