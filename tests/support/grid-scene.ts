import { vi } from 'vitest';
import { Access } from '@/utils/connection/access';
import { LibraryDatabase } from '@/utils/database/database';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { isWorking } from '@/utils/domain/connection/recovery';
import { Secret } from '@/utils/domain/connection/secret';
import { Budget, type RequestLog } from '@/utils/psn/budget';
import { SonyLibrary } from '@/utils/psn/library';
import { SignInGate } from '@/utils/psn/sign-in-gate';
import { SonyTokens } from '@/utils/psn/tokens';
import { EndOfRequests, installTransport } from '@/utils/psn/transport';
import { aRequestLog } from './a-request-log';
import { aConnected, aTokenLife } from './connections';
import { FakeRecord, FakeVault, newLocks } from './fake-worker-storage';
import { FakeLedger, noSleep } from './gated-sony';
import { MortalWorker } from './mortal-worker';
import type { OddAnswer } from './rich-sony';
import { RichSony } from './rich-sony';
import { SyncScene, type SceneWorker } from './sync-scene';

const DAY = 86_400_000;
const SIGN_IN = 60 * DAY;

/** A sync over everything of ours from the loop to `fetch`, for accounts that come and go, in workers that die. */
export class GridScene extends SyncScene {
  readonly rich = new RichSony();
  readonly record = new FakeRecord();
  readonly vault = new FakeVault();
  readonly ends = new EndOfRequests();
  /** When requests for data were made, by the clock of the scene. */
  readonly requestedAt: number[] = [];
  readonly other: LibraryDatabase;
  readonly #gate: SignInGate;
  readonly #changed = new Set<string>();
  readonly #accesses = new WeakMap<MortalWorker, Map<string, Access>>();
  #life = new MortalWorker(Infinity);
  readonly #log = aRequestLog();
  /** Who answers. */
  protected answer: typeof fetch = this.rich.fetch;

  constructor(accountId?: string, otherId?: string) {
    super(accountId);
    this.now = Date.UTC(2026, 10, 27);
    this.other = new LibraryDatabase(otherId ?? `${this.accountId}0`);
    this.rich.now = () => this.now;
    const now = (): number => this.now;
    const times = { now, deviceNow: now, sleep: noSleep };
    this.#gate = new SignInGate({ store: new FakeLedger(), ...times });
    this.connectionWorks = () => isWorking(this.record.current);
    this.noteAccess = async (change) => void (await this.record.change(change));
    vi.stubGlobal('fetch', (...asked: Parameters<typeof fetch>) => this.#fetch(...asked));
    installTransport({
      budget: this.#budget(),
      now,
      isOnline: () => this.isOnline,
      learnDate: () => Promise.resolve(),
      noteAsked: () => Promise.resolve(),
      isAllowed: () => Promise.resolve(true),
      noteUnasked: () => Promise.resolve(),
      ends: this.ends,
    });
    this.sony = (signal, accountId, life) => {
      const access = this.#accessOf(accountId, life);
      const source = {
        token: () => access.token(),
        tokenInsteadOf: (refused: Secret) => access.tokenInsteadOf(refused),
      };
      return new SonyLibrary(source, signal);
    };
  }

  override worker(life = new MortalWorker(Infinity)): SceneWorker {
    this.#life = life;
    return super.worker(life);
  }

  /** Connects that account of the two, or none. */
  async connect(accountId: string | null): Promise<void> {
    this.connected = accountId;
    this.rich.account = {
      accountId: accountId ?? '',
      hasChanged: accountId !== null && this.#changed.has(accountId),
    };
    this.record.current = DISCONNECTED;
    if (accountId === null) return;
    const refreshTokenEndsAt = this.now + SIGN_IN;
    const life = { grant: SIGN_IN, refreshTokenEndsAt, provedAt: this.now };
    this.record.current = aConnected({ accountId, tokenLife: aTokenLife(life) });
    await this.vault.store({
      accountId,
      accessToken: new Secret('access'),
      accessTokenEndsAt: this.now + 3_600_000,
      refreshToken: new Secret('refresh'),
      refreshTokenEndsAt,
    });
  }

  /** An add-on, a trophy and a new game, of the connected account. */
  change(): void {
    this.#changed.add(this.rich.account.accountId);
    this.rich.account = { ...this.rich.account, hasChanged: true };
  }

  /** From now on what is kept in memory of access is over, as an hour later. */
  async passDays(days: number): Promise<void> {
    this.now += days * DAY;
    this.vault.access.clear();
    await Promise.resolve();
  }

  async meet(odd: OddAnswer | null, onOdd: () => void = () => undefined): Promise<void> {
    this.rich.odd = odd;
    this.rich.onOdd = onOdd;
    await Promise.resolve();
  }

  /** Goes on as the alarms say, so often at most. Answers how often it was woken. */
  async goOn(most: number, late = 0): Promise<number> {
    let wakes = 0;
    for (; this.alarm !== null && wakes < most; wakes++) {
      this.alarm += late;
      if (this.alarm - this.now > 3_600_000) this.vault.access.clear();
      await this.wakeByAlarm();
    }
    return wakes;
  }

  /** The player opens the game that odd answers are about. */
  async openGame(): Promise<void> {
    const worker = this.worker();
    await worker.requests.openGame('NPWR0000A_00');
    await worker.loop.wake();
    await this.goOn(9);
  }

  /** How many requests were made. */
  get asked(): number {
    return this.rich.asked.length;
  }

  async remove(): Promise<void> {
    vi.unstubAllGlobals();
    await Promise.all([this.database.delete(), this.other.delete()]);
  }

  #fetch(...asked: Parameters<typeof fetch>): Promise<Response> {
    const { answer } = this.#life.mortal({ answer: this.answer });
    return answer(...asked);
  }

  #accessOf(accountId: string, life: MortalWorker): Access {
    const ofLife = this.#accesses.get(life) ?? new Map<string, Access>();
    this.#accesses.set(life, ofLife);
    const now = (): number => this.now;
    const tokens = new SonyTokens(() => Promise.resolve(), this.#gate, now);
    const recover = () => Promise.resolve(false);
    const access =
      ofLife.get(accountId) ??
      new Access(
        {
          vault: life.mortal(this.vault),
          tokens,
          record: life.mortal(this.record),
          ...{ exclusively: newLocks(), now, recover },
        },
        accountId,
      );
    ofLife.set(accountId, access);
    return access;
  }

  #budget(): Budget {
    const now = (): number => this.now;
    const log = this.#log;
    const change: RequestLog['change'] = async (update) => {
      const before = await log.read();
      await log.change(update);
      const { instants } = await log.read();
      if (instants !== before.instants && instants.at(-1) === this.now) {
        this.requestedAt.push(this.now);
      }
    };
    return new Budget({ read: () => log.read(), change }, now, now);
  }
}
