import { DAY } from '../time-units';
import { hasPlatinum } from '../library/has-platinum';
import type { LibraryTitle, Title } from '../library/title';
import { GRADES, sumOfGrades } from '../trophies/grades';
import type { Trophy } from '../trophies/trophy-set';

/**
 * What a sync has seen happen. `taken-back`: Sony had counted a trophy as earned, and does not any more. `late`: a
 * trophy that was earned before the last answer without it. `completed` and `lost-hundred`: of Sony's own percent.
 */
export const TROPHY_EVENT_KINDS = [
  'platinum',
  'completed',
  'lost-hundred',
  'taken-back',
  'late',
] as const;
type TrophyEventKind = (typeof TROPHY_EVENT_KINDS)[number];

export interface TrophyEvent {
  seenAt: number;
  /** Counted from 0 among those that were seen in the same millisecond. */
  n: number;
  kind: TrophyEventKind;
  npCommunicationId: string;
  /** The trophy, where it is known which one. */
  trophyId: number | null;
  /** When it was earned, by what Sony says, or had said. */
  earnedAt: number | null;
  /** How many trophies it is about; 0 where that is not known. */
  trophies: number;
}

/** An event before it is stored. */
export type SeenEvent = Omit<TrophyEvent, 'seenAt' | 'n'>;

/** What a row of the titles list tells of a title that was known like this before; undefined: not at all. */
export function eventsOfTitle(known: LibraryTitle | undefined, row: Title): SeenEvent[] {
  // What was, or is, not known tells of nothing that has happened.
  const before = known === undefined ? 0 : known.progress;
  const [earned, defined] = [sumOfGrades(row.earned), sumOfGrades(row.defined)];
  const hadNoPlatinum = known === undefined || known.earned.platinum === 0;
  // Which it was their own answer tells, where they are fetched again: `isCountOfList`.
  const takenBack = known === undefined ? 0 : takenBackIn(known, row);
  const event = (kind: TrophyEventKind, trophies: number): SeenEvent => ({
    ...{ kind, npCommunicationId: row.npCommunicationId, trophies },
    ...{ trophyId: null, earnedAt: null },
  });
  return [
    ...(hasPlatinum(row) && hadNoPlatinum ? [event('platinum', 1)] : []),
    ...completionEvents(before, row.progress, earned, defined).map(([kind, trophies]) =>
      event(kind, trophies),
    ),
    ...(takenBack > 0 ? [event('taken-back', takenBack)] : []),
  ];
}

/** True of what a row of the titles list has told of trophies that were taken back: how many, and not which. */
export function isCountOfList({ kind, trophyId }: SeenEvent): boolean {
  return kind === 'taken-back' && trophyId === null;
}

function completionEvents(
  before: number | null,
  now: number | null,
  earned: number | null,
  defined: number | null,
): [TrophyEventKind, number][] {
  if (before === null || now === null) return [];
  if (now === 100 && before < 100 && defined !== 0) return [['completed', earned ?? 0]];
  // Where Sony counts more as earned than there are, it is not known how many are left.
  const left = earned === null || defined === null ? 0 : Math.max(0, defined - earned);
  return before === 100 && now < 100 ? [['lost-hundred', left]] : [];
}

/** How many trophies Sony counts as earned no more. */
export function takenBackIn(
  before: Pick<Title, 'earned'>,
  { earned }: Pick<Title, 'earned'>,
): number {
  return GRADES.reduce((sum, grade) => {
    const [had, has] = [before.earned[grade], earned[grade]];
    return had === null || has === null ? sum : sum + Math.max(0, had - has);
  }, 0);
}

/**
 * What the player's own trophies of a set tell, by trophy.
 * @param since up to when it is known what was not earned: nothing is late by less than a day
 */
export function eventsOfTrophies(
  npCommunicationId: string,
  before: readonly Trophy[],
  after: readonly Trophy[],
  since: number,
): SeenEvent[] {
  const known = new Map(before.map((trophy) => [trophy.trophyId, trophy]));
  return after.flatMap((trophy): SeenEvent[] => {
    const former = known.get(trophy.trophyId);
    if (former === undefined || former.earned === trophy.earned) return [];
    // Of which nobody had said anything before.
    if (former.earned === null || trophy.earned === null) return [];
    const { trophyId, earnedAt } = trophy;
    const event = { npCommunicationId, trophyId, trophies: 1 };
    if (former.earned) return [{ ...event, kind: 'taken-back', earnedAt: former.earnedAt }];
    const isLate = earnedAt !== null && earnedAt < since - DAY;
    return isLate ? [{ ...event, kind: 'late', earnedAt }] : [];
  });
}
