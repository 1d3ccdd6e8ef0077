import type { TimeLeft } from '../domain/connection/token-life';
import { clockFast, clockSlow } from './en/token-life.json';

export {
  /** Who the connection stays with where the name is not known yet. */
  yourAccount as THIS_PLAYER,
} from './en/token-life.json';

/**
 * That this device's clock is wrong.
 * @param offset how far Sony's clock is ahead, in milliseconds
 */
export function clockNote({ value, unit }: TimeLeft, offset: number, locale: string): string {
  const wrong = offset > 0 ? clockSlow : clockFast;
  return wrong[unit]({ off: value }, locale);
}
