import type { Badge } from '../domain/badge';
import { timeLeft } from '../domain/token-life';
import { timeLeftWords } from './token-life';

const NAME = 'Trophy Shelf';

/** What the toolbar icon says to a pointer or a screen reader. */
export function badgeTitle(badge: Badge, millisecondsLeft: number, locale: string): string {
  if (badge.text === '') return NAME;
  if (badge.text === '!') return `${NAME}: the connection needs you. Open to see why.`;
  return `${NAME}: ${timeLeftWords(timeLeft(millisecondsLeft), locale)} until you need to connect again`;
}

/** The notification of a zone that was just entered. */
export const WARNINGS = {
  amber: {
    title: 'Your PlayStation connection ends in two weeks',
    message: 'Sign in at PlayStation some time before, and it renews itself.',
  },
  red: {
    title: 'Your PlayStation connection ends in two days',
    message: 'Click to connect again. It takes one click while you are signed in at PlayStation.',
  },
  expired: {
    title: 'Your PlayStation connection has ended',
    message: 'Your library stays readable. Click to connect again.',
  },
} as const;
