import type { FetchedAnswers, TextAnswer } from '../library/title';
import type { SaidDefinition, TrophyGroup, TrophySet } from './trophy-set';

/** Which of the answers lack something, once one of them has come anew. */
export function incompleteWith(
  { incomplete }: Pick<FetchedAnswers, 'incomplete'>,
  answer: TextAnswer,
  isIncomplete: boolean,
): TextAnswer[] {
  const others = incomplete.filter((each) => each !== answer);
  return isIncomplete ? [...others, answer] : others;
}

/** True where one of them came without what every trophy has. */
export function areIncomplete(definitions: readonly SaidDefinition[]): boolean {
  return definitions.some(
    ({ name, grade, groupId, hidden, iconUrl }) =>
      name === '' || [grade, groupId, hidden, iconUrl].includes(null),
  );
}

/** True where a group has no name, or is not there at all. */
export function lackNames(groups: readonly TrophyGroup[], { trophies }: TrophySet): boolean {
  const named = new Set(groups.flatMap(({ groupId, name }) => (name === '' ? [] : [groupId])));
  const isNamed = (groupId: string | null): boolean => groupId === null || named.has(groupId);
  return named.size < groups.length || !trophies.every(({ groupId }) => isNamed(groupId));
}
