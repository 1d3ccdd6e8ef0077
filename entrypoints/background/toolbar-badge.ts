import { showBadge } from '../../utils/browser/badge';
import type { SonyClock } from '../../utils/browser/sony-clock';
import { localeOf } from '../../utils/format/locale';
import { badgeOf } from '../../utils/domain/connection/badge';
import { connectionEndsAt, timeLeft, type Zone } from '../../utils/domain/connection/token-life';
import { knownZone } from '../../utils/domain/connection/warning';
import { parsedStatus } from '../../utils/status/parse';
import { backgroundWords } from '../../utils/words/background/catalogue';
import { badgeTitle } from '../../utils/words/background/toolbar';
import { LANGUAGE } from '../../utils/words/language';
import { warnOnce } from './warn-once';

const COLOURS: Record<Zone, string> = {
  green: '#15803d',
  amber: '#b45309',
  red: '#b91c1c',
  expired: '#b91c1c',
};

/** Brings badge and warnings in line with the connection. When they change next is in `schedule.ts`. */
export async function showTokenLife(clock: SonyClock): Promise<void> {
  const { connection, settings, snapshot } = await parsedStatus();
  const now = clock.now();
  const { renewal: renews } = settings;
  const badge = badgeOf({ connection, renews, sync: snapshot.sync, now });
  const endsAt =
    connection.phase === 'connected'
      ? connectionEndsAt(connection.tokenLife, settings.renewal)
      : null;
  await showBadge({
    text: badge.text,
    colour: COLOURS[badge.zone],
    textColour: '#ffffff',
    title: badgeTitle(
      backgroundWords(),
      badge,
      timeLeft((endsAt ?? now) - now),
      localeOf(LANGUAGE),
    ),
  });
  if (connection.phase !== 'connected' || endsAt === null) return;
  const zone = knownZone(connection, settings.renewal, now);
  if (zone !== null) await warnOnce(zone, endsAt - now, settings);
}
