import pRetry from 'p-retry';
import { FailureError, failureOf, type Cause, type Failure } from '../domain/failure';
import type { Secret } from '../domain/connection/secret';
import type { Endpoint } from './endpoints';

/** Where access tokens come from. */
export interface AccessTokenSource {
  token(): Promise<Secret>;
  tokenInsteadOf(refused: Secret): Promise<Secret>;
  /** Sony refused a token that it had given a moment before: nothing but connecting again is left. */
  giveUp(failure: Failure): Promise<void>;
}

type Call<Answer> = (authorization: { accessToken: string }) => Promise<Answer>;

/** What is often gone a second later. A pause that Sony asks for is not: that is for whoever plans. */
const WORTH_RETRYING: readonly Cause[] = ['no-answer', 'sony-down', 'answer-not-understood'];

/**
 * Calls Sony with an access token; refreshes it once where Sony refuses it; retries what may be a hiccup.
 * @param signal ends it: nothing is asked any more, neither again nor for the first time
 */
export function authorized<Answer>(
  endpoint: Endpoint,
  access: AccessTokenSource,
  signal: AbortSignal | undefined,
  call: Call<Answer>,
): Promise<Answer> {
  const callUnlessEnded: Call<Answer> = (authorization) => {
    signal?.throwIfAborted();
    return call(authorization);
  };
  return retrying(signal, async () => {
    const token = await access.token();
    try {
      return await asked(endpoint, callUnlessEnded, token);
    } catch (thrown) {
      if (failureOf(thrown).cause !== 'token-refused') throw thrown;
      return secondTry(endpoint, access, callUnlessEnded, token);
    }
  });
}

async function secondTry<Answer>(
  endpoint: Endpoint,
  access: AccessTokenSource,
  call: Call<Answer>,
  refused: Secret,
): Promise<Answer> {
  const token = await access.tokenInsteadOf(refused);
  try {
    return await asked(endpoint, call, token);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.cause === 'token-refused') await access.giveUp(failure);
    throw thrown;
  }
}

/** Tries up to five times, half a second to some seconds apart, for causes that are worth it. */
function retrying<Answer>(
  signal: AbortSignal | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return pRetry(work, {
    ...(signal === undefined ? {} : { signal }),
    retries: 4,
    minTimeout: 400,
    factor: 2,
    randomize: true,
    shouldRetry: ({ error }) => WORTH_RETRYING.includes(failureOf(error).cause),
  });
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
