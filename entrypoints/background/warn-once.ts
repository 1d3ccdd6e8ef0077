import { exclusively } from '../../utils/browser/exclusively';
import { lastWarning } from '../../utils/browser/last-warning';
import { notify, withdraw } from '../../utils/browser/notifications';
import { localeOf } from '../../utils/format/locale';
import type { Settings } from '../../utils/domain/settings';
import { timeLeft, type Zone } from '../../utils/domain/connection/token-life';
import { dueWarning, isBetter } from '../../utils/domain/connection/warning';
import { TOKEN_LIFE_NOTIFICATION } from '../../utils/domain/notification-name';
import { backgroundWords } from '../../utils/words/background/catalogue';
import { warningOf } from '../../utils/words/background/notifications';
import { LANGUAGE } from '../../utils/words/language';

/**
 * Warns of a zone the first time that the connection is in it. What wakes a worker comes in twos, an alarm and its own
 * start for one: the second waits, and finds that the player was warned.
 * @param left milliseconds until the connection ends
 */
export function warnOnce(zone: Zone, left: number, settings: Settings): Promise<void> {
  return exclusively('warning', () => warn(zone, left, settings));
}

async function warn(zone: Zone, left: number, settings: Settings): Promise<void> {
  const warned = await lastWarning.read();
  const isOver = warned !== null && (zone === 'green' || isBetter(zone, warned));
  // What is still shown of it is not true any more.
  if (isOver) await withdraw(TOKEN_LIFE_NOTIFICATION).catch(() => undefined);
  if (zone === 'green') return lastWarning.forget();
  // A renewal that did not lead to green counts down anew.
  if (isOver) return lastWarning.write(zone);
  const warning = settings.warnings ? dueWarning(zone, warned) : null;
  if (warning === null) return;
  const { title, message } = warningOf(
    backgroundWords(),
    { zone: warning, renews: settings.renewal, left: timeLeft(left) },
    localeOf(LANGUAGE),
  );
  if (await notify(TOKEN_LIFE_NOTIFICATION, title, message)) await lastWarning.write(warning);
}
