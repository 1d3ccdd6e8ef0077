import { carriedOnQuietly, wantedBefore } from '../domain/connection/wanted';
import type { Connecting } from './connecting';
import type { ConnectionBrowser, ConnectionRecord, PsnSession } from './ports';
import { checkPatiently } from './session-check';

interface Needs {
  connecting: Pick<Connecting, 'carryOn'>;
  record: ConnectionRecord;
  session: Pick<PsnSession, 'check'>;
  browser: Pick<ConnectionBrowser, 'hostsAllowed' | 'newId' | 'now' | 'startWaking'>;
}

/**
 * Checks whether the player has done by now what an attempt came to nothing for, and goes on with it where somebody is
 * signed in. Nobody has clicked for it: no tab opens. To be called under the connection's lock.
 */
export async function checkIfDone({ record, session, browser, connecting }: Needs): Promise<void> {
  if (wantedBefore(await record.read()) === null || !(await browser.hostsAllowed())) return;
  const check = await checkPatiently(session, 'player');
  if (check?.state === 'signed-out') {
    await record.change((current) =>
      wantedBefore(current) === null
        ? current
        : { phase: 'disconnected', failure: { cause: 'not-signed-in', during: 'session' } },
    );
  }
  // Whose end Sony does not name may be the one.
  if (check === null || check.state === 'signed-out') return;
  await browser.startWaking();
  await record.change((current) => {
    const wanted = wantedBefore(current);
    return wanted === null ? current : carriedOnQuietly(wanted, browser.newId(), browser.now());
  });
  await connecting.carryOn('player', check);
}
