import { exclusively } from '../../utils/browser/exclusively';
import { notify } from '../../utils/browser/notifications';
import { storedShortfall } from '../../utils/browser/stored-shortfall';
import { SHORTFALL_NOTIFICATION } from '../../utils/domain/notification-name';
import { afterShortSync, isSyncWhole } from '../../utils/domain/sync/lasting-shortfall';
import { parsedStatus } from '../../utils/status/parse';
import { backgroundWords } from '../../utils/words/background/catalogue';

/** After each daily sync: tells once, where they have fallen short for two days. */
export function tellShortfall(now: number): Promise<void> {
  return exclusively('shortfall', () => tell(now));
}

/** Whatever makes a sync whole, a click or a resumed one too, ends what fell short before it. */
export function endShortfall(): Promise<void> {
  return exclusively('shortfall', end);
}

async function tell(now: number): Promise<void> {
  const { connection, snapshot, settings } = await parsedStatus();
  // That a connection has ended has a warning of its own.
  if (connection.phase !== 'connected' || connection.failure !== null) return;
  const isWhole = isSyncWhole(snapshot.sync, snapshot.gaps);
  if (isWhole === null) return;
  if (isWhole) return storedShortfall.forget();
  const { isDue, ...known } = afterShortSync(await storedShortfall.read(), now);
  const { title, message } = backgroundWords().shortfall;
  const isTold = isDue && settings.news && (await notify(SHORTFALL_NOTIFICATION, title, message));
  await storedShortfall.write({ ...known, isTold: known.isTold || isTold });
}

async function end(): Promise<void> {
  const { connection, snapshot } = await parsedStatus();
  const isWhole = connection.phase === 'connected' && isSyncWhole(snapshot.sync, snapshot.gaps);
  if (isWhole === true && (await storedShortfall.read()) !== null) await storedShortfall.forget();
}
