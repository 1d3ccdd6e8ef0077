import { vi } from 'vitest';
import { Secret } from '@/utils/domain/connection/secret';
import { Budget } from '@/utils/psn/budget';
import { SonyLibrary } from '@/utils/psn/library';
import { EndOfRequests, installTransport } from '@/utils/psn/transport';
import { trimAccount } from '../bench/trimmed-account.ts';
import { ACCOUNT_PLANS } from '../psn/accounts/account-plan.ts';
import { nodeFetch } from '../psn/node-fetch.ts';
import {
  type AccountName,
  type LogEntry,
  type Simulator,
  startSimulator,
} from '../psn/simulator.ts';
import { TestClient } from '../psn/test-client.ts';
import { aRequestLog } from './a-request-log';
import { Line } from './line';
import { SyncScene } from './sync-scene';

const A_YEAR = 365 * 86_400;
const START = Date.UTC(2026, 10, 27, 12);

/** A player of the simulator, whose time goes by with each answer, and where a test says so. */
export class SimulatedScene extends SyncScene {
  readonly #simulator: Simulator;

  constructor(accountId: string, simulator: Simulator) {
    super(accountId);
    this.#simulator = simulator;
  }

  /** Of a library with so many games. */
  static async of(account: AccountName, games: number): Promise<SimulatedScene> {
    const clock = { now: () => START };
    const simulator = await startSimulator({ account, now: () => clock.now() });
    const scene = new SimulatedScene(ACCOUNT_PLANS[account].accountId, simulator);
    scene.now = START;
    clock.now = () => scene.now;
    const { control } = simulator;
    control.setAccessSeconds(A_YEAR);
    trimAccount(control, account, games);
    const client = new TestClient(simulator);
    await client.connect(control.sessionCookie().value);
    control.clearLog();
    const fetchThere = await nodeFetch(simulator.port);
    const line = new Line();
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
      const isAnswered = line.send(scene);
      const answer = await fetchThere(...asked);
      await isAnswered();
      return answer;
    });
    scene.#count(client.accessToken);
    return scene;
  }

  /** The requests for data, in their order. */
  get log(): readonly LogEntry[] {
    return this.#simulator.control.log;
  }

  /** Sleeps through each pause, until the sync has ended. */
  async sleepToEnd(): Promise<void> {
    while (this.status.state !== 'idle') {
      if (this.alarm === null) throw new Error(`The sync is ${JSON.stringify(this.status)}.`);
      await this.wakeByAlarm();
    }
  }

  async close(): Promise<void> {
    vi.unstubAllGlobals();
    await this.#simulator.close();
    await this.database.delete();
  }

  #count(accessToken: string): void {
    const now = (): number => this.now;
    const budget = new Budget(aRequestLog(), now, now);
    installTransport({
      ...{ budget, now, isOnline: () => true, ends: new EndOfRequests() },
      learnDate: () => Promise.resolve(),
      noteAsked: () => Promise.resolve(),
      isAllowed: () => Promise.resolve(true),
      noteUnasked: () => Promise.resolve(),
    });
    this.counted = budget;
    const token = () => Promise.resolve(new Secret(accessToken));
    this.sony = (signal) => new SonyLibrary({ token, tokenInsteadOf: token }, signal);
  }
}
