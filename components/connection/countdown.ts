import type { TokenLife } from '../../utils/domain/connection';
import { connectionEndsAt, timeLeft, zoneOf, type Zone } from '../../utils/domain/token-life';
import { EXPIRED, timeLeftWords } from '../../utils/words/token-life';
import { locale } from '../basics/locale';

/** A session lasts about this long from signing in: the whole length of the bar. */
const WHOLE_LIFE = 60 * 24 * 3_600_000;

/** How a connection's remaining time is drawn, wherever it is. */
export interface Countdown {
  zone: Zone;
  endsAt: number;
  words: string;
  /** Between 0 and 1. */
  share: number;
  tone: 'good' | 'soon' | 'urgent';
}

const TONES: Record<Zone, Countdown['tone']> = {
  green: 'good',
  amber: 'soon',
  red: 'urgent',
  expired: 'urgent',
};

export function countdownOf(life: TokenLife, now: number): Countdown {
  const endsAt = connectionEndsAt(life);
  const left = endsAt - now;
  const zone = zoneOf(left);
  return {
    zone,
    endsAt,
    words: zone === 'expired' ? EXPIRED : timeLeftWords(timeLeft(left), locale),
    share: left / WHOLE_LIFE,
    tone: TONES[zone],
  };
}
