import { ASKED_DAYS } from './retention';

/** What is asked of Sony, in the player's words and not in those of its addresses. */
export const ASKED_KINDS = [
  'sign-in',
  'connection',
  'games',
  'trophies',
  'playtimes',
  'profile',
] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** How many requests of each kind there were on a day, in days since 1970, UTC. */
export interface AskedDay {
  day: number;
  counts: Partial<Record<AskedKind, number>>;
}

/** The days with one more request, or with one less that has never left. */
export function withAskedFor(
  days: readonly AskedDay[],
  kind: AskedKind,
  day: number,
  more: 1 | -1 = 1,
): readonly AskedDay[] {
  const recent = recentDays(days, day);
  const today = recent.find((each) => each.day === day) ?? { day, counts: {} };
  const counts = { ...today.counts, [kind]: Math.max(0, (today.counts[kind] ?? 0) + more) };
  return [...recent.filter((each) => each !== today), { day, counts }];
}

/** How many requests of each kind there were today, and in all the days that are told of. */
export function askedByKind(
  days: readonly AskedDay[],
  day: number,
): { kind: AskedKind; today: number; inAll: number }[] {
  const recent = recentDays(days, day);
  const sum = (of: readonly AskedDay[], kind: AskedKind): number =>
    of.reduce((total, { counts }) => total + (counts[kind] ?? 0), 0);
  return ASKED_KINDS.map((kind) => ({
    kind,
    today: sum(
      recent.filter((each) => each.day === day),
      kind,
    ),
    inAll: sum(recent, kind),
  }));
}

/** A day that lies ahead is of a clock that has been put right since. */
function recentDays(days: readonly AskedDay[], day: number): readonly AskedDay[] {
  return days.filter((each) => each.day > day - ASKED_DAYS && each.day <= day);
}
