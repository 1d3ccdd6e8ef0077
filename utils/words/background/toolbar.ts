import type { Badge } from '../../domain/connection/badge';
import type { TimeLeft } from '../../domain/connection/token-life';
import type { BackgroundWords } from './catalogue';

/** What the toolbar icon says to a pointer or a screen reader. */
export function badgeTitle(
  { badge: said }: BackgroundWords,
  badge: Badge,
  { value: left, unit }: TimeLeft,
  locale: string,
): string {
  if (badge.text === '') return said.calm;
  if (badge.text === '…') return said.waiting;
  if (badge.text === '!') return said.broken;
  return said[unit]({ left }, locale);
}
