import type { NextGroup } from '../domain/numbers/next-groups';
import type { NextGame, NextMood, NextReason } from '../domain/numbers/next-reasons';
import type { OpenTrophy } from '../domain/trophies/open-trophies';
import type { TrophyCount } from '../domain/trophies/trophy-list';
import { shortDay } from '../format/dates';
import { percent, tenthsOfPercent } from '../format/numbers';
import { ago } from './ago';
import * as words from './en/next.json';

export * as nextWords from './en/next.json';

export const MOOD_NAMES: Record<NextMood, string> = words.moods;
export const MOOD_HINTS: Record<NextMood, string> = words.moodHints;
export const GROUP_NAMES: Record<NextGroup, string> = words.groups;

const A_YEAR = 365;

/** What speaks for a trophy. Each is said only where it holds: the rule has looked at the same numbers. */
export interface SaidReason {
  game: NextGame;
  trophy: OpenTrophy;
  /** As the set has it; null until that is read. */
  count: TrophyCount | null;
}

const SAID: Record<NextReason, (of: SaidReason, locale: string) => string> = {
  counter: counted,
  platinum: ({ game }, locale) =>
    words.reasons.platinum({ left: game.leftToPlatinum ?? 0 }, locale),
  hundred: ({ game }, locale) => words.reasons.hundred({ left: game.leftToHundred ?? 0 }, locale),
  'lost-hundred': () => words.reasons['lost-hundred'],
  revised: () => words.reasons.revised,
  dormant: ({ game }, locale) =>
    words.reasons.dormant(
      {
        progress: percent(game.progress ?? 0, locale),
        years: Math.floor((game.daysSince ?? 0) / A_YEAR),
      },
      locale,
    ),
  common: ({ trophy }, locale) =>
    words.reasons.common({ rate: tenthsOfPercent(trophy.rate ?? 0, locale) }),
  rare: ({ trophy }, locale) =>
    words.reasons.rare({ rate: tenthsOfPercent(trophy.rate ?? 0, locale) }),
  lately: () => words.reasons.lately,
};

export function reasonSaid(reason: NextReason, of: SaidReason, locale: string): string {
  return SAID[reason](of, locale);
}

function counted({ count, trophy }: SaidReason, locale: string): string {
  const { done = null, target = 0 } = count ?? {};
  if (done !== null) return words.reasons.counter({ done, target, left: target - done }, locale);
  const share = percent(Math.floor(100 * (trophy.share ?? 0)), locale);
  return words.reasons.counterShare({ share });
}

export function nextPlayed(instant: number | null, now: number, locale: string): string {
  return instant === null ? words.neverKnown : words.lastPlayed({ ago: ago(instant, now, locale) });
}

export function leftOutUntil(until: number | null, locale: string): string {
  return until === null
    ? words.leftOutForGood
    : words.leftOutUntil({ day: shortDay(until, locale) });
}
