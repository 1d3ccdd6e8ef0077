import { Access } from '@/utils/connection/access';
import type { Asker } from '@/utils/connection/ports';
import { Renewing } from '@/utils/connection/renewing';
import { Restoring } from '@/utils/connection/restoring';
import type { Connected } from '@/utils/domain/connection/connection';
import { failureOf, type Failure } from '@/utils/domain/failure';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { DAY, HOUR } from '@/utils/domain/time-units';
import { aConnected, aTokenLife } from './connections';
import { FakeSony } from './fake-sony';
import { FakeRecord, FakeVault, newLocks } from './fake-worker-storage';
import { FakeLedger, GatedSony } from './gated-sony';
import { MortalWorker } from './mortal-worker';

/** When the scene begins. */
export const START = 5 * DAY;

/** Connected five days ago, and renewing itself: whoever needs an access token asks Sony for one. */
export class TokenScene {
  readonly sony = new FakeSony();
  readonly ledger = new FakeLedger();
  readonly record = new FakeRecord();
  readonly vault = new FakeVault();
  renewal = true;

  constructor() {
    this.sony.now = START;
    this.sony.rotates = true;
    this.sony.session = { state: 'signed-in', endsAt: 60 * DAY };
    this.record.current = aConnected({
      tokenLife: aTokenLife({
        session: { state: 'alive', endsAt: 60 * DAY, seenAt: START - HOUR },
      }),
    });
  }

  /** Connected days ago: the access token has ended. */
  async begin(): Promise<this> {
    await this.vault.store(await this.sony.refresh());
    this.vault.access.clear();
    this.sony.sent.length = 0;
    return this;
  }

  worker(life = new MortalWorker(Infinity)) {
    const now = (): number => this.sony.now;
    const gated = life.mortal(new GatedSony(this.sony, this.ledger, now));
    const shared = {
      vault: life.mortal(this.vault),
      record: life.mortal(this.record),
      settings: { read: () => Promise.resolve({ ...DEFAULT_SETTINGS, renewal: this.renewal }) },
      exclusively: newLocks(),
      now,
    };
    const renewing = new Renewing({ ...shared, session: gated, tokens: gated });
    const needs = { ...shared, tokens: gated, recover: (asker: Asker) => renewing.recover(asker) };
    const access = new Access(needs, this.sony.accountId);
    const restoring = new Restoring({ ...shared, access: () => access });
    return { access, renewing, restoring };
  }

  /** Whether there is a token now, or why not. */
  ask({ access } = this.worker()): Promise<'token' | Failure> {
    return access.token().then(() => 'token' as const, failureOf);
  }

  get connection(): Connected {
    return this.record.current as Connected;
  }

  get asked() {
    const { sent, exchanges } = this.sony;
    return { refreshes: sent.length, exchanges };
  }
}
