import { browser } from 'wxt/browser';
import { Access } from '@/utils/connection/access';
import { Connecting } from '@/utils/connection/connecting';
import { stopWaking, wakeAt } from '@/utils/browser/alarms';
import { AuthorizeRedirects } from '@/utils/browser/authorize-redirects';
import { exclusively } from '@/utils/browser/exclusively';
import { hostsAllowed } from '@/utils/browser/host-permissions';
import { requestLog } from '@/utils/browser/request-log';
import { openSignInPage } from '@/utils/browser/sign-in-tab';
import { cleanTokenRequests } from '@/utils/browser/token-request-rule';
import { DexieKeyStore } from '@/utils/database/key-store';
import { connectionRecord } from '@/utils/messaging/connection-record';
import { Budget } from '@/utils/psn/budget';
import { SonyLibrary } from '@/utils/psn/library';
import { BrowserSession } from '@/utils/psn/session';
import { SonyTokens } from '@/utils/psn/tokens';
import { installTransport } from '@/utils/psn/transport';
import { BrowserVault } from '@/utils/vault/vault';
import { Shelf } from './shelf';
import { ALARMS } from './wake-ups';

const HALF_A_MINUTE = 30_000;
/** The session's cookie follows the navigation that announces it. */
const AFTER_SIGN_IN = 1_500;

/** What the background can be asked to do. */
export interface Work {
  connecting: Connecting;
  startSync(): Promise<void>;
  resumeSync(): Promise<void>;
  /** Takes up whatever an earlier worker left. */
  resume(): Promise<void>;
}

/** Puts the parts together. The only file that knows every concrete one. */
export function compose(): Work {
  const now = Date.now;
  installTransport({ budget: new Budget(requestLog, now), now, isOnline: () => navigator.onLine });
  const redirects = new AuthorizeRedirects(() => {
    setTimeout(() => void connecting.resume(true), AFTER_SIGN_IN);
  });
  const vault = new BrowserVault(new DexieKeyStore(), now);
  const tokens = new SonyTokens(cleanTokenRequests, now);
  const psn = new SonyLibrary(
    new Access({ vault, tokens, record: connectionRecord, exclusively, now }),
  );
  const shelf = new Shelf({ psn, record: connectionRecord, now });
  const connecting: Connecting = new Connecting({
    session: new BrowserSession(redirects, now),
    tokens,
    profile: psn,
    vault,
    record: connectionRecord,
    exclusively,
    surroundings: {
      now,
      hostsAllowed,
      openSignInPage,
      openLibrary: () => browser.runtime.openOptionsPage(),
      keepWaking: () => wakeAt(ALARMS.connecting, now() + HALF_A_MINUTE),
      stopWaking: () => stopWaking(ALARMS.connecting),
    },
    keepPlayer: (player) => shelf.keepPlayer(player),
    fillLibrary: () => void shelf.startSync(),
  });
  return {
    connecting,
    startSync: () => shelf.startSync(),
    resumeSync: () => shelf.resumeSync(),
    async resume() {
      await connecting.resume();
      await shelf.resumeSync();
    },
  };
}
