import type { Badge } from '../../domain/connection/badge';
import type { TimeLeft } from '../../domain/connection/token-life';
import { timeLeftWords } from '../token-life';

const NAME = 'Trophy Shelf';

/** What the toolbar icon says to a pointer or a screen reader. */
export function badgeTitle(badge: Badge, left: TimeLeft, locale: string): string {
  if (badge.text === '') return NAME;
  if (badge.text === '…') return `${NAME}: goes on once you have signed in at PlayStation`;
  if (badge.text === '!') return `${NAME} needs you. Open to see why.`;
  return `${NAME}: ${timeLeftWords(left, locale)} until you need to connect again`;
}
