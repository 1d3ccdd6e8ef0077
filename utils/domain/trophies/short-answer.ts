import { DAY } from '../time-units';

/** How long until each next try, in days. After the last one the answer is as long as Sony has it. */
const DISTANCES = [0.5, 2, 6, 14, 30];

/** An answer about a set's trophies that had fewer than Sony counts. */
export interface ShortAnswer {
  /** How often it was asked for in vain since. */
  tries: number;
  /** Null where it is not asked for again. */
  againAt: number | null;
}

/** Answers that can be short, by what they are about. */
export interface ShortAnswers {
  definitions?: ShortAnswer;
  earned?: ShortAnswer;
}

/** The same answers after one more has come. */
export function withAnswer(
  before: ShortAnswers,
  kind: keyof ShortAnswers,
  answer: { isShort: boolean; /** It was asked for since it was short. */ isRepeated: boolean },
  now: number,
): ShortAnswers {
  const { [kind]: known, ...others } = before;
  if (!answer.isShort) return others;
  const tries = answer.isRepeated && known !== undefined ? known.tries + 1 : 0;
  const distance = DISTANCES[tries];
  const againAt = distance === undefined ? null : now + distance * DAY;
  return { ...others, [kind]: { tries, againAt } };
}

/** The same where another answer tells that this one may have been short, if that is not known yet. */
export function withDoubt(
  before: ShortAnswers,
  kind: keyof ShortAnswers,
  now: number,
): ShortAnswers {
  if (before[kind] !== undefined) return before;
  return withAnswer(before, kind, { isShort: true, isRepeated: false }, now);
}

/** True where a short answer is to be asked for again. */
export function isDueAgain(short: ShortAnswer | undefined, now: number): boolean {
  return short !== undefined && short.againAt !== null && short.againAt <= now;
}

/** True where Sony has not said all that it counts. */
export function isAnyShort({ definitions, earned }: ShortAnswers): boolean {
  return definitions !== undefined || earned !== undefined;
}
