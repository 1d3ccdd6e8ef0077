import { withSaidBefore } from '../domain/library/said-before';
import { withRate } from '../domain/trophies/rarity';
import type { Trophy, TrophyState } from '../domain/trophies/trophy-set';

/** What a trophy that is as it was, earned or not, is known of as it was said before. */
const STATE_FIELDS = ['earnedAt', 'progress', 'progressedAt'] as const;

/** Joined by `trophyId`, never by position. */
export function withStates(
  trophies: readonly Trophy[],
  rows: readonly TrophyState[],
  now: number,
): Trophy[] {
  const states = new Map(rows.map((state) => [state.trophyId, state]));
  // Sony has had hours in which every rate was zero.
  const isHiccup = rows.length > 1 && rows.every(({ rate }) => rate === 0);
  return trophies.map((trophy) => {
    const state = states.get(trophy.trophyId);
    if (state === undefined) return trophy;
    const { rate, ...rest } = state;
    const rates = withRate(trophy.rates, isHiccup ? null : rate, now);
    // What Sony does not say now it has said before.
    if (state.earned === null) return { ...trophy, rates };
    if (state.earned !== trophy.earned) return { ...trophy, ...rest, rates };
    return { ...withSaidBefore({ ...trophy, ...rest }, trophy, STATE_FIELDS), rates };
  });
}
