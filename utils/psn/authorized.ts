import pRetry from 'p-retry';
import type { Secret } from '../domain/connection/secret';
import { costsItself, FailureError, failureOf, type Failure } from '../domain/failure';
import type { Endpoint } from './endpoints';
import { SonyFailureError } from './sony-failure';
import { isOfChild } from './token-claims';

/** Where access tokens come from. */
export interface AccessTokenSource {
  token(): Promise<Secret>;
  tokenInsteadOf(refused: Secret): Promise<Secret>;
}

type Call<Answer> = (authorization: { accessToken: string }) => Promise<Answer>;

/** A small request, by which an access token is tried. */
export interface Probe {
  endpoint: Endpoint;
  call: Call<unknown>;
}

/** So many others than the refused one are asked whether a token is good. */
const PROBES = 2;
/** After so many refusals in a row a token that was good is tried anew. */
const REFUSALS_IN_ROW = 5;
/** What Sony's edge lets pass, or turns away, it does for so long, in milliseconds. */
const SAME_MOMENT = 10_000;

/**
 * Calls Sony with one account's access token. A refused one is replaced once; what is refused to its replacement too
 * is refused alone, unless other endpoints refuse that as well.
 */
export class Authorized {
  readonly #access: AccessTokenSource;
  readonly #probes: readonly Probe[];
  readonly #signal: AbortSignal | undefined;
  /** The latest token that took a refused one's place, and how it has fared since. */
  #replacement: string | null = null;
  #isAccepted = false;
  #refusals = 0;
  /** Whether Sony's edge lets nothing else pass either, and when that was asked: once for all who are turned away. */
  #isAllBlocked = Promise.resolve(true);
  #askedAt = -Infinity;

  /** @param signal ends it: nothing is asked any more, neither again nor for the first time */
  constructor(access: AccessTokenSource, probes: readonly Probe[], signal?: AbortSignal) {
    this.#access = access;
    this.#probes = probes;
    this.#signal = signal;
  }

  /**
   * Asks once more where that may be a hiccup: whatever lasts longer is for whoever plans.
   * @param isTriedOtherwise of a failure after which whoever asks has another second try
   */
  ask<Answer>(
    endpoint: Endpoint,
    call: Call<Answer>,
    isTriedOtherwise: (failure: Failure) => boolean = () => false,
  ): Promise<Answer> {
    return pRetry(() => this.#askOnce(endpoint, call), {
      ...(this.#signal === undefined ? {} : { signal: this.#signal }),
      retries: 1,
      minTimeout: 600,
      randomize: true,
      shouldRetry: ({ error }) => isHiccup(error) && !isTriedOtherwise(failureOf(error)),
    });
  }

  async #askOnce<Answer>(endpoint: Endpoint, call: Call<Answer>): Promise<Answer> {
    const token = await this.#access.token();
    try {
      return await this.#send(endpoint, call, token);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.cause === 'edge-block')
        throw (await this.#isBlocked(endpoint, token)) ? thrown : alone(failure);
      if (failure.cause !== 'access-refused') throw thrown;
      if (this.#isKnownGood(token)) throw alone(failure);
      return this.#askAgain(endpoint, call, token);
    }
  }

  async #askAgain<Answer>(
    endpoint: Endpoint,
    call: Call<Answer>,
    refused: Secret,
  ): Promise<Answer> {
    const token = await this.#access.tokenInsteadOf(refused);
    this.#replacement = token.reveal();
    this.#isAccepted = false;
    try {
      return await this.#send(endpoint, call, token);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.cause !== 'access-refused') throw thrown;
      throw (await this.#isRefusedElsewhere(endpoint, token)) ? thrown : alone(failure);
    }
  }

  /** True unless Sony's edge lets something else pass in the same moment: then it turns away one thing, and no address. */
  #isBlocked(endpoint: Endpoint, token: Secret): Promise<boolean> {
    if (performance.now() - this.#askedAt >= SAME_MOMENT) {
      this.#askedAt = performance.now();
      this.#isAllBlocked = this.#isBlockedElsewhere(endpoint, token);
    }
    return this.#isAllBlocked;
  }

  async #isBlockedElsewhere(endpoint: Endpoint, token: Secret): Promise<boolean> {
    const other = this.#probes.find((probe) => probe.endpoint !== endpoint);
    if (other === undefined) return true;
    try {
      await this.#send(other.endpoint, other.call, token);
      return false;
    } catch {
      return true;
    }
  }

  /** A token that has just been taken for something else has not died of this. */
  #isKnownGood(token: Secret): boolean {
    if (token.reveal() !== this.#replacement || !this.#isAccepted) return false;
    return ++this.#refusals < REFUSALS_IN_ROW;
  }

  /** True where the token is refused by every other endpoint that says anything of it. */
  async #isRefusedElsewhere(endpoint: Endpoint, token: Secret): Promise<boolean> {
    let isRefused = false;
    const others = this.#probes.filter((probe) => probe.endpoint !== endpoint).slice(0, PROBES);
    for (const probe of others) {
      try {
        await this.#send(probe.endpoint, probe.call, token);
        return false;
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.cause === 'access-refused') isRefused = true;
        // What is about everything stays so, whoever meets it.
        else if (!costsItself(failure)) throw thrown;
      }
    }
    return isRefused;
  }

  async #send<Answer>(endpoint: Endpoint, call: Call<Answer>, token: Secret): Promise<Answer> {
    this.#signal?.throwIfAborted();
    const answer = await asked(endpoint, call, token).catch((thrown: unknown) => {
      throw refusedToChild(thrown, endpoint, token);
    });
    if (token.reveal() === this.#replacement) {
      this.#isAccepted = true;
      this.#refusals = 0;
    }
    return answer;
  }
}

/** Without the list of games there is nothing to show: whoever refuses it to a child means the account. */
function refusedToChild(thrown: unknown, endpoint: Endpoint, token: Secret): unknown {
  const failure = failureOf(thrown);
  const isRefused = endpoint === 'titles' && failure.cause === 'not-permitted';
  if (!isRefused || !isOfChild(token)) return thrown;
  return new FailureError({ ...failure, cause: 'child-account' });
}

function alone(failure: Failure): FailureError {
  return new FailureError({ ...failure, cause: 'refused-alone' });
}

/**
 * A server error or an answer that was cut off is often gone a second later. A request that Sony does not take stays
 * one, and who has been silent for the whole time limit, or has said from when on it answers, is not asked at once again.
 */
function isHiccup(thrown: unknown): boolean {
  const { cause, status = 0, until } = failureOf(thrown);
  if (until !== undefined) return false;
  if (cause === 'no-answer') return !(thrown instanceof SonyFailureError && thrown.isTimeout);
  return cause === 'sony-down' || (cause === 'answer-not-understood' && status < 400);
}

/** psn-api throws plain errors with Sony's texts in them: only what the transport says comes through. */
async function asked<Answer>(
  endpoint: Endpoint,
  call: Call<Answer>,
  token: Secret,
): Promise<Answer> {
  try {
    return await call({ accessToken: token.reveal() });
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    throw new FailureError({ cause: 'answer-not-understood', during: endpoint });
  }
}
