import { stopWaking, wakeAt, wakeDaily } from '../../utils/browser/alarms';
import { pastedCookie } from '../../utils/browser/pasted-cookie';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { Connecting } from '../../utils/connection/connecting';
import type { Disconnecting } from '../../utils/connection/disconnecting';
import type { Renewing } from '../../utils/connection/renewing';
import { nextDailySync } from '../../utils/domain/daily-sync';
import type { Settings } from '../../utils/domain/settings';
import type { Choice } from '../../utils/domain/title';
import type { TrophyMark } from '../../utils/domain/trophy-mark';
import {
  connectionEndsAt,
  faultOf,
  nextLookAt,
  zoneOf,
  type Zone,
} from '../../utils/domain/token-life';
import { dropHandOver, handOver, takeOver } from '../../utils/messaging/hand-over';
import { settingsRecord } from '../../utils/messaging/settings-record';
import { followStatus, readStatus } from '../../utils/messaging/status';
import type { BrowserSession } from '../../utils/psn/session';
import type { LibraryRequests } from '../../utils/sync/library-requests';
import type { SyncLoop } from '../../utils/sync/sync-loop';
import type { BrowserVault } from '../../utils/vault/vault';
import { ALARMS } from './alarm-names';
import { syncTime } from './shelf-ports';
import { showTokenLife } from './toolbar-badge';
import { isErasing } from './traces';

/** The session's cookie follows the navigation that announces it, sometimes late: when to look, in milliseconds. */
const AFTER_SIGN_IN = [1_500, 4_000, 10_000];

interface Parts {
  clock: SonyClock;
  session: BrowserSession;
  connecting: Connecting;
  renewing: Renewing;
  disconnecting: Disconnecting;
  loop: SyncLoop;
  library: LibraryRequests;
  vault: BrowserVault;
}

/** What the background can be asked to do, by pages and by whatever wakes it. */
export class Work {
  readonly #parts: Parts;
  #followed = '';
  /** The player asked for more time and was sent to sign in. */
  #isRenewalAsked = false;
  readonly connecting: Connecting;
  readonly disconnecting: Disconnecting;
  /** What an earlier worker measured is known. Everything that comes from outside waits for it. */
  readonly ready: Promise<void>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.connecting = parts.connecting;
    this.disconnecting = parts.disconnecting;
    this.ready = this.#tidy();
    followStatus(({ connection, settings, clockOffset }) => {
      // A sync publishes at every step, which changes neither.
      const seen = JSON.stringify([connection, settings, clockOffset]);
      if (seen === this.#followed) return;
      this.#followed = seen;
      void this.#followConnection();
    });
  }

  /** Takes up whatever an earlier worker left. */
  readonly resume = async (): Promise<void> => {
    await this.ready;
    if (await isErasing()) {
      await this.disconnecting.erase();
      return;
    }
    await this.#followConnection();
    await this.connecting.resume();
    await this.renewIfDue();
    // Not waited for: a page may ask and close, and a browser ends what takes too long.
    void this.resumeSync();
  };

  /** The browser has just started: the player may have signed in since, or out. */
  readonly browserStarted = async (): Promise<void> => {
    await this.resume();
    await this.#parts.renewing.renew();
  };

  /** A sign-in has come to its end in a tab. */
  signedIn(): void {
    for (const wait of AFTER_SIGN_IN) setTimeout(() => void this.#takeUpSignIn(), wait);
  }

  readonly resumeConnecting = async (): Promise<void> => {
    await this.ready;
    await this.connecting.resume();
  };

  readonly resumeSync = async (): Promise<void> => {
    await this.ready;
    await this.#parts.loop.wake();
  };

  readonly renewIfDue = async (): Promise<void> => {
    await this.ready;
    await this.#parts.renewing.renewIfDue();
  };

  readonly showTokenLife = async (): Promise<void> => {
    await this.ready;
    await showTokenLife(this.#parts.clock);
  };

  readonly syncNow = (): Promise<void> => this.#parts.library.sync();

  readonly stopSync = (): Promise<void> => this.#parts.library.stop();

  readonly openGame = ({ npCommunicationId }: { npCommunicationId: string }): Promise<void> =>
    this.#parts.library.openGame(npCommunicationId);

  readonly fetchGame = ({ npCommunicationId }: { npCommunicationId: string }): Promise<void> =>
    this.#parts.library.fetchGame(npCommunicationId);

  readonly chooseGames = ({ choices }: { choices: [string, Choice][] }): Promise<void> =>
    this.#parts.library.chooseGames(new Map(choices));

  readonly markTrophy = (mark: TrophyMark): Promise<void> => this.#parts.library.markTrophy(mark);

  /**
   * Connects, or, where a connection still works, gives it more time: what works is not put at risk by an attempt.
   */
  readonly connect = async (): Promise<void> => {
    if (!(await this.#isWorking())) return this.connecting.connect();
    await this.#parts.renewing.renewAtOnce(true);
    if ((await this.#zone()) === 'green') return;
    this.#isRenewalAsked = true;
    await this.connecting.signIn();
  };

  readonly connectPasted = async (): Promise<void> => {
    const npsso = await takeOver();
    if (npsso !== null) await this.connecting.connectPasted(npsso);
  };

  readonly lendNpsso = async (): Promise<void> => {
    await handOver(await this.#parts.session.readNpsso());
  };

  readonly changeSettings = async (change: Partial<Settings>): Promise<void> => {
    await settingsRecord.change(change);
    if (change.renewal === true) await this.#parts.renewing.renewAtOnce();
    if (change.everyGame !== undefined) await this.#parts.library.followEveryGame();
  };

  /** What a worker that died may have left, and what it had measured. */
  async #tidy(): Promise<void> {
    await Promise.all([
      this.#parts.clock.load(),
      this.#parts.vault.finishWipe(),
      pastedCookie.remove(),
      dropHandOver(),
    ]);
  }

  async #isWorking(): Promise<boolean> {
    const { connection, settings } = await readStatus();
    return (
      connection.phase === 'connected' &&
      faultOf(connection, settings.renewal, this.#parts.clock.now()) === null
    );
  }

  async #zone(): Promise<Zone> {
    const { connection, settings } = await readStatus();
    if (connection.phase !== 'connected') return 'expired';
    const endsAt = connectionEndsAt(connection.tokenLife, settings.renewal);
    return zoneOf(endsAt - this.#parts.clock.now());
  }

  async #takeUpSignIn(): Promise<void> {
    await this.ready;
    const { phase } = (await readStatus()).connection;
    if (phase !== 'connected') return this.connecting.resume(true);
    await this.#parts.renewing.renewAtOnce(this.#isRenewalAsked);
    // A connection that was got back has a sync waiting for it.
    await this.#parts.loop.wake();
  }

  /** Badge, warnings and the next look follow the connection, whoever changed it. */
  async #followConnection(): Promise<void> {
    await this.showTokenLife();
    const { connection, settings } = await readStatus();
    const { clock } = this.#parts;
    const time = connection.phase === 'connected' ? await syncTime() : null;
    if (time === null) await stopWaking(ALARMS.dailySync);
    else {
      const next = nextDailySync(clock.now(), time);
      await wakeDaily(ALARMS.dailySync, clock.onThisDevice(next));
    }
    if (connection.phase === 'connected' && settings.renewal) {
      const look = nextLookAt(connection.tokenLife);
      await wakeAt(ALARMS.renewal, clock.onThisDevice(look));
    } else {
      await stopWaking(ALARMS.renewal);
    }
  }
}
