import type { Title } from '../library/title';
import { GRADES } from '../trophies/grades';

/** What a title's definitions and groups depend on: Sony counts the version up with every add-on. */
export function definitionsKey({ trophySetVersion, defined }: Title): string {
  return [trophySetVersion, ...GRADES.map((grade) => defined[grade])].join(' ');
}

/** What a title's earned trophies depend on. Being hidden or renamed changes none of them. */
export function earnedKey(title: Title): string {
  const earned = GRADES.map((grade) => title.earned[grade]);
  return [title.lastUpdatedAt, title.progress, ...earned, definitionsKey(title)].join(' ');
}
