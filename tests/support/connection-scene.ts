import { withAskedTabs } from '@/utils/connection/asked-tabs';
import { Connecting } from '@/utils/connection/connecting';
import { ConnectionLoop } from '@/utils/connection/connection-loop';
import { Ending } from '@/utils/connection/ending';
import { MoreTime } from '@/utils/connection/more-time';
import type {
  ConnectionLibrary,
  Asker,
  KeptCode,
  Leftovers,
  PastedNpsso,
  Vault,
} from '@/utils/connection/ports';
import { Renewing } from '@/utils/connection/renewing';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import type { ConnectionRequest } from '@/utils/domain/connection/after-request';
import { CODE_KEPT_FOR } from '@/utils/domain/connection/npsso';
import type { Secret } from '@/utils/domain/connection/secret';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { FakeSony } from './fake-sony';
import { FakeRecord, FakeVault, newLocks } from './fake-worker-storage';
import { FakeLedger, GatedSony } from './gated-sony';
import { MortalWorker } from './mortal-worker';

/** The end of a session that was made just now. */
export const NEW_SESSION = 60 * 24 * 3_600_000;

type Breakable = 'prove' | 'proveLibrary' | 'store' | 'create' | 'wipeTokens' | 'deleteDatabases';

/** Somebody signed in a moment ago, nothing stored yet, and workers that come and go. */
export class ConnectionScene {
  readonly sony = new FakeSony();
  readonly ledger = new FakeLedger();
  readonly vault = new FakeVault();
  readonly record = new FakeRecord();
  settings = DEFAULT_SETTINGS;
  /** For how long the sign-in lasts that the pasted code is of, where that was pasted with it. */
  pastedEndsIn: number | null = null;
  #code: { npsso: Secret; at: number } | null = null;
  /** The accounts that have a library in this browser. */
  readonly libraries = new Set<string>();
  hostsAllowed = true;
  isOnline = false;
  /** What happens right after a pasted code is written. */
  onPastedWrite: () => void = () => undefined;
  /** When the player has clicked last; gone with the browser. */
  clickedAt: number | null = null;
  now = 1_000;
  /** When the alarm wakes a worker while something is unfinished: `Infinity` for never. */
  nextWake = Infinity;
  /** What was done to the browser, in order. */
  readonly seen: string[] = [];
  /** What fails, in the place of what it should do. */
  broken: Partial<Record<Breakable, Error>> = {};
  #names = 0;

  constructor() {
    this.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  }

  /** A worker just born over what is stored, that dies at its nth outside call. */
  startWorker(worker = new MortalWorker(Infinity)): ConnectionLoop {
    const now = (): number => this.now;
    const sony = worker.mortal(new GatedSony(this.sony, this.ledger, now));
    const record = worker.mortal(this.record);
    const vault = worker.mortal(this.#vault());
    const browser = worker.mortal(this.#browser());
    const library = worker.mortal(this.#library());
    const pasted = worker.mortal(this.#pasted());
    const settings = { read: () => Promise.resolve(this.settings) };
    const exclusively = newLocks();
    const profile = worker.mortal(this.sony);
    const shared = { record, browser, library, exclusively, vault, pasted };
    const renewing = new Renewing({
      ...shared,
      session: sony,
      tokens: sony,
      settings,
      now,
    });
    return new ConnectionLoop({
      ...{ ...shared, session: sony },
      connecting: new Connecting({ ...shared, session: sony, tokens: sony, profile }),
      moreTime: new MoreTime({ ...shared, renewing }),
      ending: new Ending({
        ...shared,
        leftovers: worker.mortal(this.#leftovers()),
        endRequests: () => undefined,
      }),
    });
  }

  /** The player asks in a worker of its own; a few seconds after whatever was before. */
  async ask(request: ConnectionRequest, worker?: MortalWorker): Promise<void> {
    this.now += 5_000;
    const loop = this.startWorker(worker);
    await loop.ask(request);
    await loop.carryOn('player');
  }

  /** The player asks, and then does nothing for longer than anything is waited for. */
  async askAndLeave(request: ConnectionRequest): Promise<void> {
    await this.ask(request);
    this.now += 31 * 60_000;
    await this.wake();
  }

  /** An alarm, or a page, wakes another worker half a minute later. */
  async wake(): Promise<void> {
    this.now += 61_000;
    await this.startWorker().carryOn('automatic');
  }

  /** The alarm wakes a worker at its time; should that die, it does so every minute. */
  async alarm(): Promise<void> {
    this.now = Math.max(this.now, this.nextWake);
    this.nextWake += 60_000;
    await this.startWorker().carryOn('automatic');
  }

  /** A code as the player has pasted it just now. */
  set pasted(npsso: Secret | null) {
    this.#code = npsso === null ? null : { npsso, at: this.now };
  }

  get pasted(): Secret | null {
    return this.#code?.npsso ?? null;
  }

  get hasAlarm(): boolean {
    return this.nextWake < Infinity;
  }

  /** A sign-in has come to its end in the tab that was opened for it; a few seconds after whatever was before. */
  async endSignIn(asker: Asker = 'sign-in'): Promise<void> {
    this.now += 5_000;
    await this.startWorker().carryOn(asker);
  }

  #note(what: string): Promise<void> {
    this.seen.push(what);
    return Promise.resolve();
  }

  #browser() {
    const browser = {
      now: () => this.now,
      newId: () => `attempt ${String(++this.#names)}`,
      hostsAllowed: () => Promise.resolve(this.hostsAllowed),
      isOnline: () => Promise.resolve(this.isOnline),
      showSignInPage: () => this.#note('sign-in page'),
      showAccountPage: () => this.#note('account page'),
      showLibrary: () => this.#note('library'),
      startWaking: (at = this.now + 30_000) => this.#wake(at),
      stopWaking: () => this.#wake(Infinity),
    };
    return withAskedTabs(browser, {
      now: () => this.now,
      read: () => Promise.resolve(this.clickedAt),
      write: (instant) => this.#click(instant),
      forget: () => this.#click(null),
    });
  }

  #click(instant: number | null): Promise<void> {
    this.clickedAt = instant;
    return Promise.resolve();
  }

  #wake(at: number): Promise<void> {
    this.nextWake = at;
    return Promise.resolve();
  }

  #vault(): Vault {
    const { vault, broken } = this;
    return {
      prove: () => orBroken(broken.prove, () => vault.prove()),
      store: (tokens) => orBroken(broken.store, () => vault.store(tokens)),
      refreshToken: (accountId) => vault.refreshToken(accountId),
      accessToken: (accountId) => vault.accessToken(accountId),
      forgetOthers: (accountId) => vault.forgetOthers(accountId),
    };
  }

  #library(): ConnectionLibrary {
    return {
      prove: (accountId) => {
        const isThere = this.libraries.has(accountId);
        return orBroken(isThere ? this.broken.proveLibrary : undefined, () => Promise.resolve());
      },
      create: ({ accountId }) =>
        orBroken(this.broken.create, () => {
          this.libraries.add(accountId);
          return Promise.resolve();
        }),
      fill: () => void this.#note('fill'),
      interrupt: () => void this.#note('interrupt'),
    };
  }

  #pasted(): PastedNpsso {
    return {
      read: () => Promise.resolve(this.#keptCode()),
      write: ({ npsso }) => {
        this.pasted = npsso;
        this.onPastedWrite();
        return Promise.resolve();
      },
      forget: (npsso) => {
        const isAnother = npsso !== undefined && npsso.reveal() !== this.pasted?.reveal();
        return isAnother ? Promise.resolve() : this.#forgetPasted();
      },
      forgetLeft: () => this.#forgetPasted(),
    };
  }

  #keptCode(): KeptCode | null {
    if (this.#code === null) return null;
    const { npsso, at } = this.#code;
    const past = this.now - at;
    const keptFor = CODE_KEPT_FOR - past;
    if (keptFor <= 0) this.#code = null;
    const endsIn = this.pastedEndsIn === null ? null : this.pastedEndsIn - past;
    return keptFor <= 0 ? null : { npsso, endsIn, keptFor };
  }

  #forgetPasted(): Promise<void> {
    this.pasted = null;
    return Promise.resolve();
  }

  #leftovers(): Leftovers {
    const { broken, vault } = this;
    const nothing = { databases: 0, storedValues: 0, alarms: 0, rules: 0, permissions: 0 };
    return {
      wipeTokens: () => orBroken(broken.wipeTokens, () => vault.forgetOthers(null)),
      showIdle: () => this.#note('idle'),
      deleteDatabases: () =>
        orBroken(broken.deleteDatabases, () => {
          this.libraries.clear();
          return Promise.resolve();
        }),
      deleteLibrary: (accountId) => Promise.resolve(void this.libraries.delete(accountId)),
      clearBrowserState: () => this.#note('browser state'),
      giveBackPermissions: () => this.#note('permissions'),
      clearStorage: async () => {
        await vault.forgetOthers(null);
        await this.#forgetPasted();
        this.record.current = DISCONNECTED;
      },
      count: () => Promise.resolve(nothing),
    };
  }
}

function orBroken(error: Error | undefined, work: () => Promise<void>): Promise<void> {
  return error === undefined ? work() : Promise.reject(error);
}
