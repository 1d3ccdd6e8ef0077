import { shortDay } from '../format/dates';
import * as words from './en/library.json';
import { PLATINUM_EARNED } from './trophies';
import { isInstant } from './unknown';

/** What a title is marked with, and what each flag means, wherever it stands. */
export {
  hidden as HIDDEN,
  hiddenHint as HIDDEN_HINT,
  plus as PLUS,
  plusHint as PLUS_HINT,
  pending as PENDING,
  pendingHint as PENDING_HINT,
  gone as GONE,
  goneHint as GONE_HINT,
  unobtainable as UNOBTAINABLE,
  platinumImpossible as PLATINUM_IMPOSSIBLE,
} from './en/library.json';

/** For example `Removed from PlayStation since 3 Nov 2026`, where that day is known. */
export function goneSince(missedAt: number, locale: string): string {
  return isInstant(missedAt) ? words.goneSince({ day: shortDay(missedAt, locale) }) : words.gone;
}

/** A sign alone says both where it is pointed at. */
export function flagAndHint(flag: string, hint: string): string {
  return words.flagAndHint({ flag, hint });
}

/** What says that a platinum is earned, with its day where that is known. */
export function platinumEarned(platinumAt: number | null, locale: string): string {
  return isInstant(platinumAt)
    ? words.platinumEarnedOn({ day: shortDay(platinumAt, locale) })
    : PLATINUM_EARNED;
}
