import { stopWaking, wakeAt, wakeDaily } from '../../utils/browser/alarms';
import { exclusively } from '../../utils/browser/exclusively';
import { finishClearing } from '../../utils/browser/local-area';
import { pastedCookie } from '../../utils/browser/pasted-cookie';
import { pastedNpsso } from '../../utils/browser/pasted-npsso';
import { isSonyTab } from '../../utils/browser/sign-in-tab';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { ConnectionLoop } from '../../utils/connection/connection-loop';
import type { Asker, Leftovers } from '../../utils/connection/ports';
import type { Renewing } from '../../utils/connection/renewing';
import type { DexieClearingStore } from '../../utils/database/clearing-store';
import { isAttempt, isUnfinished, withoutRefusal } from '../../utils/domain/connection/connection';
import type { ConnectionRequest } from '../../utils/domain/connection/connection-request';
import { FailureError } from '../../utils/domain/failure';
import { nextDailySync } from '../../utils/domain/sync/daily-sync';
import type { Receipt } from '../../utils/domain/connection/receipt';
import type { Settings } from '../../utils/domain/settings';
import type { Choice } from '../../utils/domain/library/title';
import { nextCheckAt } from '../../utils/domain/connection/token-life';
import type { TrophyMark } from '../../utils/domain/trophies/trophy-mark';
import { dropUnclaimedNpsso, sendNpsso, receiveNpsso } from '../../utils/messaging/npsso-transfer';
import type { BrowserSession } from '../../utils/psn/session';
import { followStatus, readStatus } from '../../utils/status/read';
import { connectionRecord } from '../../utils/status/write';
import type { LibraryRequests } from '../../utils/sync/library-requests';
import type { SyncLoop } from '../../utils/sync/sync-loop';
import { ALARMS } from './alarm-names';
import type { SettingsChanges } from './settings-changes';
import { syncTime } from './sync-ports';
import { showTokenLife } from './toolbar-badge';

/** The session's cookie follows the navigation that announces it, sometimes late: who checks when, in milliseconds. */
const AFTER_SIGN_IN: { asker: Asker; wait: number }[] = [
  { asker: 'sign-in', wait: 2_000 },
  { asker: 'late-sign-in', wait: 8_000 },
];
/** Any page can make a tab of its own look like that: one look is enough. */
const AFTER_NAVIGATION: typeof AFTER_SIGN_IN = [{ asker: 'automatic', wait: 4_000 }];

interface Needs {
  clock: SonyClock;
  session: BrowserSession;
  connection: ConnectionLoop;
  renewing: Renewing;
  leftovers: Leftovers;
  clearing: DexieClearingStore;
  /** Takes over what an earlier build stored. */
  carryOver: () => Promise<void>;
  sync: SyncLoop;
  library: LibraryRequests;
  choices: SettingsChanges;
}

/** What the background can be asked to do, by pages and by whatever wakes it. */
export class Work {
  readonly #needs: Needs;
  #followed = '';
  /** Looks that are to come already: more of them would see no more. */
  readonly #toCome = new Set<typeof AFTER_SIGN_IN>();
  /** What an earlier worker measured is known. Everything that comes from outside waits for it. */
  readonly ready: Promise<void>;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.ready = this.#takeOver();
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
    await this.#followConnection();
    await this.resumeConnection();
    await this.renewIfDue();
    // One that cannot be stored now stays for the next.
    await this.#needs.choices.carryOn().catch(() => undefined);
    // Not waited for: a page may ask and close, and a browser ends what takes too long.
    void this.resumeSync();
  };

  /** The browser has just started: the player may have signed in since, or out. */
  readonly browserStarted = async (): Promise<void> => {
    await this.resume();
    await this.#needs.renewing.renew();
  };

  /** The player has given access, which connecting or a paused sync may be waiting for. */
  readonly accessGiven = async (): Promise<void> => {
    await this.resume();
    const { sync } = (await readStatus()).snapshot;
    const isWaiting = sync.state === 'paused' && sync.failure.cause === 'permission-missing';
    if (isWaiting) await this.#needs.library.sync();
  };

  /** A sign-in has come to its end in a tab, or a web page makes it look like that. */
  readonly signedIn = async (tabId: number): Promise<void> => {
    const checks = (await isSonyTab(tabId)) ? AFTER_SIGN_IN : AFTER_NAVIGATION;
    if (this.#toCome.has(checks)) return;
    this.#toCome.add(checks);
    for (const { asker, wait } of checks) setTimeout(() => void this.#takeUpSignIn(asker), wait);
    setTimeout(() => this.#toCome.delete(checks), checks.at(-1)?.wait);
  };

  readonly resumeConnection = async (): Promise<void> => {
    await this.ready;
    await this.#carryOn('automatic');
  };

  readonly resumeSync = async (): Promise<void> => {
    await this.ready;
    await this.#needs.sync.wake();
  };

  readonly renewIfDue = async (): Promise<void> => {
    await this.ready;
    await this.#needs.renewing.renewIfDue();
  };

  readonly showTokenLife = async (): Promise<void> => {
    await this.ready;
    await showTokenLife(this.#needs.clock);
  };

  /** Writes down what the player asks of the connection, and does not wait for what becomes of it. */
  readonly ask = async (request: ConnectionRequest): Promise<void> => {
    await this.#needs.connection.ask(request);
    void this.#carryOn('player');
  };

  readonly eraseEverything = async (): Promise<Receipt> => {
    const { connection, leftovers } = this.#needs;
    await connection.ask('erase');
    // Where something could not be erased yet, the receipt says so, and an alarm tries again.
    await this.#carryOn('player');
    return leftovers.count();
  };

  readonly connectPasted = async (): Promise<void> => {
    const npsso = await receiveNpsso();
    if (npsso !== null) await pastedNpsso.write(npsso);
    // A page asks twice where a worker died in between: the first may have taken it over.
    if ((await pastedNpsso.read()) !== null) return this.ask('paste');
    const { connection } = await readStatus();
    const isUnderWay = isAttempt(connection) && connection.way === 'paste';
    if (!isUnderWay) throw new FailureError({ cause: 'paste-interrupted' });
  };

  readonly lendNpsso = async (): Promise<void> => {
    const { session } = this.#needs;
    // One at a time with whatever else asks for the sign-in, and never in the middle of an erase.
    await sendNpsso(await exclusively('connecting', () => session.readNpsso()));
  };

  /** Starts, and does not wait for the end: a page may ask and close. */
  readonly syncNow = async (): Promise<void> => {
    await connectionRecord.change(withoutRefusal);
    await this.#needs.library.sync();
  };

  readonly stopSync = (): Promise<void> => this.#needs.library.stop();

  readonly openGame = ({ npCommunicationId }: { npCommunicationId: string }): Promise<void> =>
    this.#needs.library.openGame(npCommunicationId);

  readonly fetchGame = ({ npCommunicationId }: { npCommunicationId: string }): Promise<void> =>
    this.#needs.library.fetchGame(npCommunicationId);

  readonly chooseGames = ({ choices }: { choices: [string, Choice][] }): Promise<void> =>
    this.#needs.library.chooseGames(new Map(choices));

  readonly markTrophy = (mark: TrophyMark): Promise<void> => this.#needs.library.markTrophy(mark);

  readonly acknowledgeLoss = (): Promise<void> => this.#needs.library.acknowledgeLoss();

  readonly changeSettings = (change: Partial<Settings>): Promise<void> =>
    this.#needs.choices.make(change);

  /** What a worker that died may have left, and what it had measured. */
  async #takeOver(): Promise<void> {
    await finishClearing(this.#needs.clearing);
    await this.#needs.carryOver();
    await Promise.all([this.#needs.clock.load(), pastedCookie.remove(), dropUnclaimedNpsso()]);
  }

  /** What goes wrong stays in the record, and its alarm tries again. */
  async #carryOn(asker: Asker): Promise<void> {
    await this.#needs.connection.carryOn(asker).catch(() => undefined);
  }

  async #takeUpSignIn(asker: Asker): Promise<void> {
    await this.ready;
    const { connection } = await readStatus();
    if (isAttempt(connection) || isUnfinished(connection)) {
      return this.#carryOn(asker);
    }
    await this.#needs.renewing.renewAtOnce(asker);
    // A connection that was got back has a sync waiting for it.
    await this.#needs.sync.wake();
  }

  /** Badge, warnings and the next look follow the connection, whoever changed it. */
  async #followConnection(): Promise<void> {
    await this.showTokenLife();
    const { connection, settings } = await readStatus();
    const { clock } = this.#needs;
    const time = connection.phase === 'connected' ? await syncTime() : null;
    if (time === null) await stopWaking(ALARMS.dailySync);
    else {
      const next = nextDailySync(clock.now(), time);
      await wakeDaily(ALARMS.dailySync, clock.onThisDevice(next));
    }
    if (connection.phase === 'connected' && settings.renewal) {
      const check = nextCheckAt(connection.tokenLife);
      await wakeAt(ALARMS.renewal, clock.onThisDevice(check));
    } else {
      await stopWaking(ALARMS.renewal);
    }
  }
}
