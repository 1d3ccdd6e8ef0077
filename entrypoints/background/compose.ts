import { Access } from '../../utils/connection/access';
import { Connecting } from '../../utils/connection/connecting';
import { Disconnecting } from '../../utils/connection/disconnecting';
import { Renewing } from '../../utils/connection/renewing';
import { AuthorizeRedirects } from '../../utils/browser/authorize-redirects';
import { exclusively } from '../../utils/browser/exclusively';
import { pastedCookie } from '../../utils/browser/pasted-cookie';
import { requestLog } from '../../utils/browser/request-log';
import { SonyClock } from '../../utils/browser/sony-clock';
import { cleanTokenRequests } from '../../utils/browser/token-request-rule';
import { DexieKeyStore } from '../../utils/database/key-store';
import { connectionRecord } from '../../utils/messaging/connection-record';
import { settingsRecord } from '../../utils/messaging/settings-record';
import { Budget } from '../../utils/psn/budget';
import { SonyLibrary } from '../../utils/psn/library';
import { BrowserSession } from '../../utils/psn/session';
import { SonyTokens } from '../../utils/psn/tokens';
import { installTransport } from '../../utils/psn/transport';
import { LibraryRequests } from '../../utils/sync/library-requests';
import { SyncLoop } from '../../utils/sync/sync-loop';
import { BrowserVault } from '../../utils/vault/vault';
import { requestPortsOf, syncPortsOf } from './shelf-ports';
import { surroundingsOf } from './surroundings';
import { endSync, tracesOf } from './traces';
import { Work } from './work';

export type { Work } from './work';

/** Puts the parts together. The only file that knows every concrete one. */
export function compose(): Work {
  const clock = new SonyClock();
  const { now } = clock;
  const record = connectionRecord;
  const budget = new Budget(requestLog, now);
  installTransport({
    budget,
    now,
    isOnline: () => navigator.onLine,
    learnDate: clock.learn,
  });
  const redirects = new AuthorizeRedirects(() => work.signedIn());
  const session = new BrowserSession(redirects, pastedCookie, now);
  const vault = new BrowserVault(new DexieKeyStore(), now);
  const tokens = new SonyTokens(cleanTokenRequests, now);
  const access = new Access({ vault, tokens, record, exclusively, now });
  const psn = new SonyLibrary(access);
  const renewing = new Renewing({
    session,
    tokens,
    vault,
    record,
    settings: settingsRecord,
    exclusively,
    now,
  });
  const loop = new SyncLoop(
    syncPortsOf({
      psn: (signal) => new SonyLibrary(access, signal),
      player: (accountId) => psn.player(accountId),
      budget,
      clock,
      renew: () => renewing.renew(),
      reconnect: () => renewing.mend(),
    }),
  );
  const library = new LibraryRequests(requestPortsOf(loop, clock));
  const connecting = new Connecting({
    session,
    tokens,
    profile: psn,
    vault,
    record,
    exclusively,
    surroundings: surroundingsOf(clock),
    keepPlayer: (player) => library.storePlayer(player),
    stopSync: () => endSync(loop),
    fillLibrary: () => void library.sync(),
  });
  const disconnecting = new Disconnecting({
    traces: tracesOf(loop, clock),
    vault,
    record,
    exclusively,
    cancelConnecting: () => connecting.cancel(),
  });
  const work = new Work({
    ...{ clock, session, connecting, renewing, disconnecting, vault },
    ...{ loop, library },
  });
  return work;
}
