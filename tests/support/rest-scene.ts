import { Secret } from '@/utils/domain/connection/secret';
import { isOfRest } from '@/utils/domain/sync/sync-status';
import { DATA_HOST } from '@/utils/psn/endpoints';
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
import { GridScene } from './grid-scene';
import { Line } from './line';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 27, 12);

/** Whose rest it is, and who connects in their place. */
const [ONE, OTHER] = ['casual', 'hunter'] as const satisfies AccountName[];
/** How many games each has. */
const GAMES = { [ONE]: 24, [OTHER]: 12 };

/** A player of the simulator who wants every game: their first sync has a rest, of which two requests are on their way. */
export class RestScene extends GridScene {
  /** Is told of each request of the rest that goes out beside another, and how many have before. */
  onBoth: (nth: number) => void = () => undefined;
  readonly #simulator: Simulator;
  readonly #line = new Line();
  #onTheirWay = 0;
  #both = 0;

  constructor(simulator: Simulator, fetchThere: typeof fetch) {
    super(ACCOUNT_PLANS[ONE].accountId, ACCOUNT_PLANS[OTHER].accountId);
    this.#simulator = simulator;
    this.everyGame = true;
    this.answer = (...asked) => this.#answer(fetchThere, ...asked);
  }

  static async connected(): Promise<RestScene> {
    const clock = { now: () => START };
    const simulator = await startSimulator({ account: ONE, now: () => clock.now() });
    const scene = new RestScene(simulator, await nodeFetch(simulator.port));
    scene.now = START;
    clock.now = () => scene.now;
    const { control } = simulator;
    control.allowOldSessions(true);
    for (const account of [ONE, OTHER]) trimAccount(control, account, GAMES[account]);
    await scene.connect(scene.accountId);
    return scene;
  }

  override async connect(accountId: string | null): Promise<void> {
    await super.connect(accountId);
    if (accountId === null) return;
    const { control } = this.#simulator;
    control.switchAccount(accountId === this.accountId ? ONE : OTHER);
    const client = new TestClient(this.#simulator);
    const tokens = await client.connect(control.sessionCookie().value);
    await this.vault.store({
      accountId,
      accessToken: new Secret(client.accessToken),
      accessTokenEndsAt: this.now + 3_600_000,
      refreshToken: new Secret(String(tokens['refresh_token'])),
      refreshTokenEndsAt: this.now + 9 * DAY,
    });
  }

  /** What may be done to Sony. */
  get control() {
    return this.#simulator.control;
  }

  /** The requests for data, in their order. */
  get log(): LogEntry[] {
    return this.control.log.filter(({ host }) => host === DATA_HOST);
  }

  override get asked(): number {
    return this.log.length;
  }

  /** Resolves when the nth of these goes out while another is on its way, with what is done about it at once. */
  atBoth(nth: number, happens: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.onBoth = (at) => {
        if (at !== nth) return;
        happens();
        resolve();
      };
    });
  }

  override async remove(): Promise<void> {
    await super.remove();
    await this.#simulator.close();
  }

  async #answer(there: typeof fetch, ...asked: Parameters<typeof fetch>): Promise<Response> {
    const [input] = asked;
    const { host } = new URL(input instanceof Request ? input.url : input);
    if (host !== DATA_HOST) return there(...asked);
    const isAnswered = this.#line.send(this);
    this.#onTheirWay++;
    if (this.#onTheirWay === 2 && isOfRest(this.status)) this.onBoth(this.#both++);
    try {
      const answer = await there(...asked);
      await isAnswered();
      return answer;
    } finally {
      this.#onTheirWay--;
    }
  }
}
