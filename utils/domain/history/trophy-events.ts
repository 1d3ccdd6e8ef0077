import { hasPlatinum, type LibraryTitle, type Title } from '../library/title';
import { GRADES, sumOfGrades } from '../trophies/grades';
import type { Trophy } from '../trophies/trophy-set';

const DAY = 86_400_000;

/**
 * What a sync has seen happen. `taken-back`: Sony had counted a trophy as earned, and does not any more. `late`: a
 * trophy that was earned before the last answer without it. `completed` and `lost-hundred`: of Sony's own percent.
 */
export type TrophyEventKind = 'platinum' | 'completed' | 'lost-hundred' | 'taken-back' | 'late';

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
  /** How many trophies it is about. */
  trophies: number;
}

/** An event before it is stored. */
export type SeenEvent = Omit<TrophyEvent, 'seenAt' | 'n'>;

/** What a row of the titles list tells of a title that was known like this before; undefined: not at all. */
export function eventsOfTitle(known: LibraryTitle | undefined, row: Title): SeenEvent[] {
  const before = known?.progress ?? 0;
  const isComplete = row.progress === 100 && sumOfGrades(row.defined) > 0;
  // Where trophies are stored, their own answer tells which it was.
  const takenBack = known?.fetched.at === null ? takenBackIn(known, row) : 0;
  const event = (kind: TrophyEventKind, trophies: number): SeenEvent => ({
    ...{ kind, npCommunicationId: row.npCommunicationId, trophies },
    ...{ trophyId: null, earnedAt: null },
  });
  return [
    ...(hasPlatinum(row) && !(known && hasPlatinum(known)) ? [event('platinum', 1)] : []),
    ...(isComplete && before < 100 ? [event('completed', sumOfGrades(row.earned))] : []),
    ...(before === 100 && row.progress < 100
      ? [event('lost-hundred', sumOfGrades(row.defined) - sumOfGrades(row.earned))]
      : []),
    ...(takenBack > 0 ? [event('taken-back', takenBack)] : []),
  ];
}

/** How many trophies Sony counts as earned no more. */
export function takenBackIn(
  before: Pick<Title, 'earned'>,
  { earned }: Pick<Title, 'earned'>,
): number {
  return GRADES.reduce((sum, grade) => sum + Math.max(0, before.earned[grade] - earned[grade]), 0);
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
    const { trophyId, earnedAt } = trophy;
    const event = { npCommunicationId, trophyId, trophies: 1 };
    if (former.earned) return [{ ...event, kind: 'taken-back', earnedAt: former.earnedAt }];
    const isLate = earnedAt !== null && earnedAt < since - DAY;
    return isLate ? [{ ...event, kind: 'late', earnedAt }] : [];
  });
}
