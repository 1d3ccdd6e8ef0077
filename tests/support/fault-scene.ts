import { vi } from 'vitest';
import { Access } from '@/utils/connection/access';
import type { Tokens } from '@/utils/connection/ports';
import { isWorking } from '@/utils/domain/connection/recovery';
import { Secret } from '@/utils/domain/connection/secret';
import { Budget } from '@/utils/psn/budget';
import { SonyLibrary } from '@/utils/psn/library';
import { EndOfRequests, installTransport } from '@/utils/psn/transport';
import { aConnected } from './connections';
import { aRequestLog } from './a-request-log';
import { FakeRecord, FakeVault, newLocks } from './fake-worker-storage';
import { SyncScene } from './sync-scene';
import { TinySony } from './tiny-sony';

/** A sync over everything of ours between the loop and `fetch`, and three games at Sony. */
export class FaultScene extends SyncScene {
  readonly tiny = new TinySony();
  readonly record = new FakeRecord();
  refreshes = 0;

  constructor() {
    super();
    this.now = Date.UTC(2026, 10, 27);
    this.record.current = aConnected({ accountId: this.accountId });
    this.connectionWorks = () => isWorking(this.record.current);
    this.noteAccess = async (change) => void (await this.record.change(change));
    vi.stubGlobal('fetch', this.tiny.fetch);
    installTransport({
      budget: this.#budget(),
      now: () => this.now,
      isOnline: () => this.isOnline,
      learnDate: () => Promise.resolve(),
      noteAsked: () => Promise.resolve(),
      isAllowed: () => Promise.resolve(true),
      noteUnasked: () => Promise.resolve(),
      ends: new EndOfRequests(),
    });
    const vault = new FakeVault();
    const refresh = () => Promise.resolve(this.#newTokens());
    const tokens = { refresh, exchange: refresh };
    const { record } = this;
    const recover = () => Promise.resolve(false);
    const shared = { exclusively: newLocks(), now: () => this.now, recover };
    const needs = { vault, tokens, record, ...shared };
    const access = new Access(needs, this.accountId);
    const isStored = vault.store(this.#newTokens());
    this.sony = (signal) =>
      new SonyLibrary(
        {
          token: () => isStored.then(() => access.token()),
          tokenInsteadOf: (refused) => access.tokenInsteadOf(refused),
        },
        signal,
      );
  }

  /** Goes on as the alarm says, until nothing is waited for. */
  async goOnByItself(): Promise<void> {
    for (let wakes = 0; this.alarm !== null && wakes < 9; wakes++) await this.wakeByAlarm();
  }

  #newTokens(): Tokens {
    this.refreshes++;
    return {
      accountId: this.accountId,
      accessToken: new Secret(`access-${String(this.refreshes)}`),
      accessTokenEndsAt: this.now + 3_600_000,
      refreshToken: new Secret('refresh'),
      refreshTokenEndsAt: this.now + 864_000_000,
    };
  }

  #budget(): Budget {
    const now = (): number => this.now;
    return new Budget(aRequestLog(), now, now);
  }
}
