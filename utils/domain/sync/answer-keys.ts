import type { Title } from '../library/title';
import { GRADES } from '../trophies/grades';

type DefinedState = Pick<Title, 'trophySetVersion' | 'defined'>;
/** What of a title says whether its earned trophies are others. */
export type EarnedState = DefinedState & Pick<Title, 'lastUpdatedAt' | 'progress' | 'earned'>;

/** What a title's definitions and groups depend on: Sony counts the version up with every add-on. */
export function definitionsKey({ trophySetVersion, defined }: DefinedState): string {
  return [trophySetVersion, ...GRADES.map((grade) => defined[grade])].join(' ');
}

/** What a title's earned trophies depend on. Being hidden or renamed changes none of them. */
export function earnedKey(title: EarnedState): string {
  const earned = GRADES.map((grade) => title.earned[grade]);
  return [title.lastUpdatedAt, title.progress, ...earned, definitionsKey(title)].join(' ');
}

/**
 * True where the list counts at least as many of each grade as when the trophies were asked for that have this key:
 * where it counts fewer, or one of both is not known, something may have been taken back.
 */
export function hasKept({ earned }: Pick<EarnedState, 'earned'>, key: string): boolean {
  return countsSince(earned, key).every(
    ({ now, was }) => now !== null && was !== null && now >= was,
  );
}

/**
 * So many trophies the list counts less of any grade than when those were asked for that have this key, as far as both
 * say. Of a set that is another one since, fewer in all: what is fewer of one grade and more of another was regraded.
 */
export function takenBackSince(title: EarnedState, key: string): number {
  const fewer = countsSince(title.earned, key).map(({ now, was }) =>
    now === null || was === null ? 0 : was - now,
  );
  const setBefore = key
    .split(' ')
    .slice(2 + GRADES.length)
    .join(' ');
  const isSameSet = setBefore === definitionsKey(title);
  const lost = isSameSet ? fewer.map((each) => Math.max(0, each)) : fewer;
  return Math.max(
    0,
    lost.reduce((sum, each) => sum + each, 0),
  );
}

function countsSince(
  earned: EarnedState['earned'],
  key: string,
): { now: number | null; was: number | null }[] {
  const before = key.split(' ').slice(2, 2 + GRADES.length);
  return GRADES.map((grade, at) => {
    const was = before[at] === '' ? NaN : Number(before[at]);
    return { now: earned[grade], was: Number.isNaN(was) ? null : was };
  });
}
