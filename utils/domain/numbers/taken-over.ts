import { autoPopped } from './auto-pop';
import { PER_TROPHY, secondAt, UNDATED, type SetEarnings } from './earnings';

type Earned = Pick<SetEarnings, 'trophies'>;

/** A trophy within its set, as every edition of the game has it. */
interface EarnedTrophy {
  id: string;
  /** In seconds since 1970. */
  at: number;
}

/**
 * Whether another edition explains that trophies of a set came at once with one of them: each had been earned there
 * before, by its number and grade.
 * @param at when that one was earned, in seconds since 1970
 */
export function explainsPop(edition: Earned, set: Earned, at: number): boolean {
  const trophies = earnedIn(set);
  const isPopped = autoPopped(trophies.map((trophy) => trophy.at));
  const came = trophies.filter((trophy, index) => {
    return isPopped[index] === true && Math.abs(trophy.at - at) <= A_MINUTE;
  });
  const before = new Set(
    earnedIn(edition)
      .filter((trophy) => trophy.at !== UNDATED && trophy.at < at - A_MINUTE)
      .map(({ id }) => id),
  );
  return came.length > 0 && came.every(({ id }) => before.has(id));
}

const A_MINUTE = 60;

function earnedIn({ trophies }: Earned): EarnedTrophy[] {
  return Array.from({ length: trophies.length / PER_TROPHY }, (_, index) => {
    const start = index * PER_TROPHY;
    const grade = trophies.charCodeAt(start + 5) & 7;
    const id = `${String(trophies.charCodeAt(start + 2))} ${String(grade)}`;
    return { id, at: secondAt(trophies, start) };
  });
}
