import { GRADES, sumOfGrades, type Grade } from '../trophies/grades';
import { isSecret } from '../trophies/trophy-list';
import type { TrophySet } from '../trophies/trophy-set';
import type {
  GroupChange,
  SetVersion,
  TitleChanges,
  TrophyChange,
  TrophyField,
} from './set-versions';

/** A text as it was and as it became, both in one language. */
export interface ChangedText {
  field: 'name' | 'detail';
  before: string;
  after: string;
}

/** What of one trophy became otherwise. */
export interface ChangedTrophy {
  trophyId: number;
  /** As it was called from then on, or at last; empty where nobody knows. */
  name: string;
  /** It was not in the set before. */
  isNew: boolean;
  /** It is not in the set any more. */
  isGone: boolean;
  texts: ChangedText[];
  /** Null where it is the same. After is null where the trophy is gone; so it is with its group. */
  grade: [before: Grade, after: Grade | null] | null;
  group: [before: string, after: string | null] | null;
  hasOtherPicture: boolean;
  /** A secret that the player has not earned. */
  isSecret: boolean;
}

/** What a sync has seen become otherwise of a set, at one instant. */
export interface SetChanges {
  seenAt: number;
  title: TitleChanges;
  trophies: ChangedTrophy[];
  /** Add-ons that were called otherwise. */
  groups: GroupChange[];
}

/** What of a set has become otherwise, the newest first. @param set its trophies now; null where none are held */
export function changesOfSet(versions: readonly SetVersion[], set: TrophySet | null): SetChanges[] {
  const newestFirst = seenOnce(versions).reverse();
  const names = new Map(set?.trophies.map(({ trophyId, name }) => [trophyId, name]));
  const secrets = new Map(set?.trophies.map((trophy) => [trophy.trophyId, isSecret(trophy)]));
  return newestFirst.map(({ seenAt, title, trophies, groups = [] }) => ({
    ...{ seenAt, title, groups },
    trophies: [...Map.groupBy(trophies, ([trophyId]) => trophyId)].map(([trophyId, changes]) =>
      changedTrophy(trophyId, changes, {
        name: names.get(trophyId) ?? '',
        // Of one that is not in the set its own row says that it is gone; without the set nobody knows it.
        isSecret: secrets.get(trophyId) ?? set === null,
      }),
    ),
  }));
}

/**
 * The earliest first, without what the change of the same thing before it has said already: two computers have both seen
 * it, and a copy of one was merged into the library of the other.
 */
function seenOnce(versions: readonly SetVersion[]): SetVersion[] {
  const said = new Map<string, string>();
  const isNew = (thing: string, change: unknown): boolean => {
    const before = said.get(thing);
    said.set(thing, JSON.stringify(change));
    return before !== said.get(thing);
  };
  const earliestFirst = [...versions].sort((one, other) => one.seenAt - other.seenAt);
  return earliestFirst.flatMap((version) => {
    const title = Object.fromEntries(
      Object.entries(version.title).filter(([field, change]) => isNew(field, change)),
    ) as TitleChanges;
    const trophies = version.trophies.filter(([trophyId, field, ...change]) =>
      isNew(`${String(trophyId)} ${field}`, change),
    );
    const groups = (version.groups ?? []).filter(([id, ...change]) => isNew(`group ${id}`, change));
    const isEmpty = Object.keys(title).length + trophies.length + groups.length === 0;
    return isEmpty ? [] : [{ ...version, title, trophies, groups }];
  });
}

/** How many trophies a set had and has, where that is what became otherwise and both are known. */
export function changedCount({ defined }: TitleChanges): [before: number, after: number] | null {
  const [before = null, after = null] = defined?.map(sumOfGrades) ?? [];
  return before === null || after === null ? null : [before, after];
}

/**
 * How many of each grade a set had and has, where one became another: what is only new is said by the sum of all, and
 * where that is not known each grade says what is.
 */
export function changedGrades(
  title: TitleChanges,
): [grade: Grade, before: number, after: number][] {
  const [before, after] = title.defined ?? [];
  if (before === undefined || after === undefined) return [];
  const known = GRADES.toReversed().flatMap((grade): [Grade, number, number][] => {
    const [had, has] = [before[grade], after[grade]];
    return had === null || has === null || had === has ? [] : [[grade, had, has]];
  });
  const isByGrade = changedCount(title) === null || known.some(([, had, has]) => has < had);
  return isByGrade ? known : [];
}

function changedTrophy(
  trophyId: number,
  changes: readonly TrophyChange[],
  now: { name: string; isSecret: boolean },
): ChangedTrophy {
  const changeOf = (of: TrophyField): [before: string, after: string | null] | null => {
    const [, , before, after] = changes.find(([, field]) => field === of) ?? [];
    return before === undefined || after === undefined ? null : [before, after];
  };
  const [nameBefore, nameAfter] = changeOf('name') ?? [];
  const texts = changes.flatMap(([, field, former, after]): ChangedText[] =>
    (field === 'name' || field === 'detail') && after !== null && former !== ''
      ? [{ field, before: former, after }]
      : [],
  );
  const isGone = changes.some(([, field, , after]) => field !== 'iconUrl' && after === null);
  const [gradeBefore, gradeAfter] = changeOf('grade')?.map(gradeOf) ?? [];
  return {
    ...{ trophyId, isGone, texts, isSecret: now.isSecret },
    isNew: nameBefore === '',
    name: isGone ? (nameBefore ?? '') : (nameAfter ?? now.name),
    grade: gradeBefore ? [gradeBefore, gradeAfter ?? null] : null,
    group: changeOf('groupId'),
    hasOtherPicture: !isGone && changes.some(([, field]) => field === 'iconUrl'),
  };
}

function gradeOf(said: string | null): Grade | null {
  return GRADES.find((grade) => grade === said) ?? null;
}
