import type { AuthorizeRedirects } from '../../utils/browser/authorize-redirects';
import { deviceNow, sleep } from '../../utils/browser/device-clock';
import { exclusively } from '../../utils/browser/exclusively';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { clearLocal, finishClearing } from '../../utils/browser/local-area';
import { pastedCookie } from '../../utils/browser/pasted-cookie';
import { partSizes } from '../../utils/browser/part-sizes';
import { pastedNpsso } from '../../utils/browser/pasted-npsso';
import { countedRequests, signInLedger } from '../../utils/browser/request-ledgers';
import { isSonyTab } from '../../utils/browser/sign-in-tab';
import { SonyClock } from '../../utils/browser/sony-clock';
import { storedValue } from '../../utils/browser/stored-value';
import { cleanTokenRequests } from '../../utils/browser/token-request-rule';
import { Access } from '../../utils/connection/access';
import type { Asker } from '../../utils/connection/ports';
import { Connecting } from '../../utils/connection/connecting';
import { ConnectionLoop } from '../../utils/connection/connection-loop';
import { ConnectionRequests } from '../../utils/connection/connection-requests';
import { Ending } from '../../utils/connection/ending';
import { MoreTime } from '../../utils/connection/more-time';
import { Renewing } from '../../utils/connection/renewing';
import { Restoring } from '../../utils/connection/restoring';
import { SignInSeen } from '../../utils/connection/sign-in-seen';
import { DexieClearingStore } from '../../utils/database/clearing-store';
import { DexieKeyHalfStore } from '../../utils/database/key-store';
import { hasOwnItems, readLostAt } from '../../utils/database/own-items';
import { awaitNpsso, dropUnclaimedNpsso, sendNpsso } from '../../utils/messaging/npsso-transfer';
import { withClockMoved } from '../../utils/domain/connection/token-life';
import { Budget } from '../../utils/psn/budget';
import { SonyLibrary } from '../../utils/psn/library';
import { BrowserSession } from '../../utils/psn/session';
import { SignInGate } from '../../utils/psn/sign-in-gate';
import { SonyTokens } from '../../utils/psn/tokens';
import { EndOfRequests, installTransport } from '../../utils/psn/transport';
import { connectionRecord, noteAsked, settingsRecord } from '../../utils/status/write';
import { LibraryRequests } from '../../utils/sync/library-requests';
import { SyncLoop } from '../../utils/sync/sync-loop';
import { accessTokens, base64Half, BrowserVault, sealedTokens } from '../../utils/vault/vault';
import { AutomaticCopies } from './automatic-copies';
import { carryOver } from './carry-over';
import { connectionBrowserOf, connectionLibraryOf } from './connection-environment';
import { leftoversOf } from './leftovers';
import { doneFirst } from './readiness';
import { Roaming } from './roaming';
import { SettingsChanges } from './settings-changes';
import { requestPortsOf, syncPortsOf } from './sync-environment';

/** What the background answers and wakes with. */
export interface Background {
  /** What an earlier worker left half done is done, and what it measured is known: everything from outside waits. */
  ready: () => Promise<void>;
  clock: SonyClock;
  connection: ConnectionRequests;
  renewing: Renewing;
  restoring: Restoring;
  signIn: SignInSeen;
  sync: SyncLoop;
  library: LibraryRequests;
  roaming: Roaming;
  copies: AutomaticCopies;
  settings: SettingsChanges;
}

/**
 * Puts everything together. The only file that knows every concrete one.
 * @param redirects what the browser tells of Sony's answers, listened to before anything of this is loaded
 */
export function compose(redirects: AuthorizeRedirects): Background {
  const clock = new SonyClock();
  const { now } = clock;
  const record = connectionRecord;
  const settings = settingsRecord;
  const pasted = pastedNpsso;
  const budget = new Budget(countedRequests, now, deviceNow);
  const gate = new SignInGate({ store: signInLedger, now, deviceNow, sleep });
  const ends = new EndOfRequests();
  installTransport({
    budget,
    now,
    isOnline: () => navigator.onLine,
    isAllowed: hostsAllowed,
    learnDate: async (host, headers) => {
      const moved = await clock.learn(host, headers, (by, before) =>
        Promise.allSettled([
          vault.correct(by, before),
          record.change((current) => withClockMoved(current, by, before)),
        ]),
      );
      // What is counted by the device's clock: where that cannot be stored, no answer is lost for it.
      await Promise.allSettled([budget.correct(moved), gate.correct(moved)]);
    },
    noteAsked: (kind) => noteAsked(kind, deviceNow()),
    noteUnasked: (kind) => noteAsked(kind, deviceNow(), -1),
    ends,
  });
  const session = new BrowserSession(redirects, pastedCookie, gate, { now, deviceNow });
  const clearing = new DexieClearingStore();
  const keys = new DexieKeyHalfStore();
  const vault = new BrowserVault({
    keys,
    keyHalf: storedValue<string | null>('local', 'keyHalf', base64Half, null),
    sealed: storedValue('local', 'sealedRefreshTokens', sealedTokens, {}),
    access: storedValue('session', 'accessTokens', accessTokens, {}),
    clear: () => clearLocal(clearing, ['keyHalf', 'sealedRefreshTokens']),
    now,
  });
  const tokens = new SonyTokens(cleanTokenRequests, gate, now);
  const renewing = new Renewing({ session, tokens, vault, record, settings, exclusively, now });
  const access = (accountId: string, recover = (asker: Asker) => renewing.recover(asker)): Access =>
    new Access({ vault, tokens, record, exclusively, now, recover }, accountId);
  const psn = (accountId: string, signal?: AbortSignal): SonyLibrary =>
    new SonyLibrary(access(accountId), signal, partSizes);
  const restoring = new Restoring({ record, settings, access, now });
  const copies = new AutomaticCopies({ exclusively, now, hasOwn: hasOwnItems, lostAt: readLostAt });
  const sync = new SyncLoop(
    syncPortsOf({
      psn,
      budget,
      clock,
      renew: () => renewing.renew(),
      reconnect: () => renewing.restore(),
      synced: () => void copies.carryOn(),
    }),
  );
  const requests = new LibraryRequests(requestPortsOf(sync, clock));
  const library = connectionLibraryOf(requests, sync, now);
  const browser = connectionBrowserOf(clock);
  const leftovers = leftoversOf({
    ...{ clock, clearing, wipeTokens: () => vault.wipe() },
    callOffCopies: () => copies.release(),
  });
  const connecting = new Connecting({
    session,
    tokens,
    // Whoever connects has the sign-in in hand: nothing is to be got back beside it.
    profile: {
      player: (id) => new SonyLibrary(access(id, () => Promise.resolve(false))).player(id),
    },
    vault,
    record,
    pasted,
    browser,
    library,
    exclusively,
  });
  const loop = new ConnectionLoop({
    record,
    session,
    browser,
    vault,
    pasted,
    exclusively,
    connecting,
    moreTime: new MoreTime({ record, renewing, browser, library, vault, exclusively }),
    ending: new Ending({ leftovers, record, library, exclusively, endRequests: ends.now }),
  });
  const connection = new ConnectionRequests({
    ...{ loop, record, leftovers, browser, exclusively, pasted },
    transfer: { send: sendNpsso, receive: awaitNpsso },
    readNpsso: () => session.readNpsso(),
    wakeSync: () => sync.wake(),
  });
  const roaming = new Roaming({ exclusively, library: requests, now });
  const signIn = new SignInSeen({
    isOurTab: isSonyTab,
    record,
    now,
    carryOn: (asker) => connection.carryOn(asker),
    renewAtOnce: (asker) => renewing.renewAtOnce(asker),
    wakeSync: () => sync.wake(),
  });
  const ready = doneFirst(() =>
    makeReady(clock, clearing, () =>
      carryOver({ clearing, keys, now, startWaking: () => browser.startWaking() }),
    ),
  );
  return {
    ...{
      ready,
      clock,
      connection,
      copies,
      renewing,
      restoring,
      roaming,
      signIn,
      sync,
      library: requests,
    },
    settings: new SettingsChanges({
      ...{ now, renewing, roaming, library: requests },
      wakeSync: () => sync.wake(),
    }),
  };
}

/** What a worker that died, or an earlier build, may have left, and what they had measured. */
async function makeReady(
  clock: SonyClock,
  clearing: DexieClearingStore,
  carryOverStored: () => Promise<void>,
): Promise<void> {
  await finishClearing(clearing);
  await carryOverStored();
  await Promise.all([clock.load(), pastedCookie.remove(), dropUnclaimedNpsso()]);
}
