import type { TimeLeft } from '../domain/connection/token-life';
import { span } from './token-life';

/** Who the connection stays with where the name is not known yet. */
export const THIS_PLAYER = 'your account';

/**
 * That this device's clock is wrong.
 * @param offset how far Sony's clock is ahead, in milliseconds
 */
export function clockNote(off: TimeLeft, offset: number, locale: string): string {
  const way = offset > 0 ? 'slow' : 'fast';
  return `This device's clock is ${span(off, locale)} ${way}. Times here follow Sony's clock. Set it right in the device's own settings.`;
}
