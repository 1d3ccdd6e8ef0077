import { shortDay } from '../format/dates';
import { PLATINUM_EARNED } from './trophies';
import { isInstant } from './unknown';

/** What a title is marked with, and what each flag means, wherever it stands. */

export const HIDDEN = 'Hidden';
export const HIDDEN_HINT = 'You hid this game on PlayStation. Only you see it here.';
export const PLUS = 'PS Plus';
export const PLUS_HINT = 'It came with PS Plus: it can be played as long as that lasts.';
export const PENDING = 'Trophies on their way';
export const PENDING_HINT = 'This game is picked: its trophies are fetched with the sync.';
export const GONE = 'Removed from PlayStation';
export const GONE_HINT = 'PlayStation no longer lists this game. It stays here with its trophies.';

export const UNOBTAINABLE = 'Unobtainable';
export const PLATINUM_IMPOSSIBLE = 'Platinum not possible';

/** For example `Removed from PlayStation since 3 Nov 2026`, where that day is known. */
export function goneSince(missedAt: number, locale: string): string {
  return isInstant(missedAt) ? `${GONE} since ${shortDay(missedAt, locale)}` : GONE;
}

/** What says that a platinum is earned, with its day where that is known. */
export function platinumEarned(platinumAt: number | null, locale: string): string {
  return isInstant(platinumAt)
    ? `${PLATINUM_EARNED}, ${shortDay(platinumAt, locale)}`
    : PLATINUM_EARNED;
}
