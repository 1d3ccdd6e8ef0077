import { stopWaking, wakeAt, wakeDaily } from '../../utils/browser/alarms';
import { dailyOffset } from '../../utils/browser/daily-offset';
import type { SonyClock } from '../../utils/browser/sony-clock';
import { dueAlarms } from '../../utils/domain/due-alarms';
import type { SyncTime } from '../../utils/domain/sync/daily-sync';
import { isSyncWhole } from '../../utils/domain/sync/lasting-shortfall';
import { parsedStatus } from '../../utils/status/parse';
import { settingsRecord } from '../../utils/status/write';
import type { Status } from '../../utils/status/status';
import { ALARMS } from './alarm-names';
import { endShortfall } from './tell-shortfall';
import { showTokenLife } from './toolbar-badge';

/** What has alarms, badge and warnings follow the status, called at each change of it, whoever makes it. */
export function scheduleFollower(
  clock: SonyClock,
  ready: () => Promise<void>,
): () => Promise<void> {
  let followed = '';
  const follow = async ({ connection, settings, snapshot, clockOffset }: Status): Promise<void> => {
    const { sync, gaps } = snapshot;
    // A sync publishes at every step, which changes none of these but by its end and by what stops it.
    const stop = sync.state === 'blocked' ? sync.failure.cause : null;
    const isWhole = isSyncWhole(sync, gaps);
    const seen = JSON.stringify([connection, settings, stop, isWhole, clockOffset]);
    if (seen === followed) return;
    followed = seen;
    try {
      await ready();
      await schedule(clock);
    } catch {
      // Whoever sees the status next sets them.
      followed = '';
    }
  };
  // What storage does not hand out now it hands out at the next change.
  return () => parsedStatus().then(follow, () => undefined);
}

/** Sets the alarms that follow from the status, and shows what the badge has to say. Safe to repeat. */
export async function schedule(clock: SonyClock): Promise<void> {
  const { connection, settings } = await parsedStatus();
  // Who is not connected has no daily sync, and nothing is drawn for it: an erase leaves nothing.
  const time = connection.phase === 'connected' ? await syncTime() : null;
  const due = dueAlarms(connection, settings, time, clock.now());
  await setAlarm(ALARMS.dailySync, due.dailySync, clock, wakeDaily);
  await setAlarm(ALARMS.renewal, due.renewal, clock);
  await setAlarm(ALARMS.tokenLife, due.tokenLife, clock);
  // Last: what is drawn keeps nothing from being done.
  await showTokenLife(clock).catch(() => undefined);
  await endShortfall().catch(() => undefined);
}

async function setAlarm(
  name: string,
  instant: number | null,
  clock: SonyClock,
  wake = wakeAt,
): Promise<void> {
  if (instant === null) await stopWaking(name);
  else await wake(name, clock.onThisDevice(instant));
}

/** The hour that the player chose, and this install's own minutes; null where they sync by hand only. */
export async function syncTime(): Promise<SyncTime | null> {
  const { syncHour } = await settingsRecord.read();
  return syncHour === null ? null : { hour: syncHour, offset: await dailyOffset() };
}
