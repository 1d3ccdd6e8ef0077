import type { Badge } from '../domain/connection/badge';
import type { TimeLeft } from '../domain/connection/token-life';
import type { WarnedZone } from '../domain/connection/warning';
import { timeLeftWords } from './token-life';

const NAME = 'Trophy Shelf';
const CONNECTION = 'Your PlayStation connection';

/** What the toolbar icon says to a pointer or a screen reader. */
export function badgeTitle(badge: Badge, left: TimeLeft, locale: string): string {
  if (badge.text === '') return NAME;
  if (badge.text === '!') return `${NAME}: the connection needs you. Open to see why.`;
  return `${NAME}: ${timeLeftWords(left, locale)} until you need to connect again`;
}

const WHAT_TO_DO: Record<WarnedZone, string> = {
  amber: 'Sign in at PlayStation some time before, and it renews itself.',
  red: 'Sign in at PlayStation now, and it renews itself.',
  expired: 'Your library stays readable. Click to connect again.',
};

const WITHOUT_RENEWAL = 'Renewal is switched off: click to connect again before it ends.';

/** The notification of a zone, for example `Your PlayStation connection: 14 days left`. */
export function warningOf(zone: WarnedZone, left: TimeLeft, renews: boolean, locale: string) {
  return {
    title:
      zone === 'expired'
        ? `${CONNECTION} has ended`
        : `${CONNECTION}: ${timeLeftWords(left, locale)}`,
    message: renews || zone === 'expired' ? WHAT_TO_DO[zone] : WITHOUT_RENEWAL,
  };
}
