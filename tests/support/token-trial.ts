import { Access } from '@/utils/connection/access';
import { failureOf, type Failure } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { BrowserSession } from '@/utils/psn/session';
import { SignInGate } from '@/utils/psn/sign-in-gate';
import { SonyTokens } from '@/utils/psn/tokens';
import { mutantOf, type Mutation } from '../psn/mutants.ts';
import { aConnected, aTokenLife } from './connections';
import { FakeRecord, FakeVault, newLocks } from './fake-worker-storage';
import { FakeLedger, noSleep } from './gated-sony';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 24 * 3_600_000;
const YEAR = 366 * DAY;
const ACCOUNT = '2721516955383551246';
const SENT = new Secret('the refresh token that is sent');

/** What a token says of itself lies open here, and is packed into a token after it was changed. */
const claims = (days: number, grant: string) => ({
  account_id: ACCOUNT,
  exp: (NOW + days * DAY) / 1000,
  grant_type: grant,
});
const TOKENS = {
  access_token: claims(1 / 24, 'authorization_code'),
  token_type: 'bearer',
  expires_in: 3599,
  scope: 'psn:mobile.v2.core psn:clientapp',
  refresh_token: claims(10, 'refresh_token'),
  refresh_token_expires_in: 863_999,
};
const ORIGINALS = {
  exchange: TOKENS,
  refresh: TOKENS,
  session: { npsso: 'n'.repeat(64), expires_in: 5_183_983 },
};

export type TokenAnswer = keyof typeof ORIGINALS;
export const TOKEN_ANSWERS = Object.keys(ORIGINALS) as TokenAnswer[];

export interface TokenTrial {
  mutations: Mutation[];
  faults: string[];
}

/** Has Sony answer with a mutant, and says what is wrong with what came of it. */
export async function tokenTrialOf(kind: TokenAnswer, seed: string): Promise<TokenTrial> {
  const { answer, mutations } = mutantOf(ORIGINALS[kind], seed);
  const body = withTokens(answer);
  const before = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(Response.json(body));
  try {
    const faults = await FAULTS[kind](JSON.stringify(answer));
    return { mutations, faults: [...faults.filter(isFault), ...leaksIn(faults.join(), body)] };
  } catch (thrown) {
    return { mutations, faults: [`it broke: ${String(thrown)}`] };
  } finally {
    globalThis.fetch = before;
  }
}

const RIGHT = 'right: ';
const isFault = (told: string): boolean => !told.startsWith(RIGHT);

/** All that is told of it, what is right too: no secret may be anywhere in it. */
const FAULTS: Record<TokenAnswer, (said: string) => Promise<string[]>> = {
  async exchange(said) {
    const outcome = await theTokens().exchange(new Secret('v3.A')).catch(failed);
    if ('failure' in outcome) return toldOf(outcome);
    const { accountId, accessTokenEndsAt, refreshTokenEndsAt } = outcome;
    return [
      RIGHT + JSON.stringify(outcome),
      ...(said.includes(`"${accountId}"`) ? [] : [`nobody said that it is of ${accountId}`]),
      ...wrongEnds({ accessTokenEndsAt, refreshTokenEndsAt }),
    ];
  },

  async refresh() {
    const { record, vault, access } = await connectedScene();
    const outcome = await access.token().catch(failed);
    const { current } = record;
    if (current.phase !== 'connected') return ['it is not connected any more'];
    const told = [RIGHT + JSON.stringify(record.history)];
    if ('failure' in outcome) told.push(...toldOf(outcome));
    else
      told.push(...wrongEnds({ accessTokenEndsAt: vault.stored.get(ACCOUNT)?.accessTokenEndsAt }));
    const hasToken = (await vault.refreshToken(ACCOUNT)) !== null;
    if (!hasToken) told.push('there is no refresh token any more');
    const { refreshTokenEndsAt } = current.tokenLife;
    return [...told, ...wrongEnds({ refreshTokenEndsAt })];
  },

  async session() {
    const outcome = await theSession().check('player').catch(failed);
    if ('failure' in outcome) return toldOf(outcome);
    if (outcome.state === 'signed-out') return ['nobody said that it is signed out'];
    const ends = outcome.state === 'signed-in' ? { endsAt: outcome.endsAt } : {};
    return [RIGHT + JSON.stringify(outcome), ...wrongEnds(ends)];
  },
};

interface Failed {
  failure: Failure;
  text: string;
}

function failed(thrown: unknown): Failed {
  return { failure: failureOf(thrown), text: String(thrown) };
}

/** A plain cause, of which the player is told something that helps. */
function toldOf({ failure, text }: Failed): string[] {
  const isPlain = failure.cause === 'answer-not-understood';
  return [`${isPlain ? RIGHT : ''}${text} ${JSON.stringify(failure)}`];
}

/** An end that is said lies ahead, and not beyond what Sony ever gives. */
function wrongEnds(ends: Record<string, number | null | undefined>): string[] {
  return Object.entries(ends).flatMap(([name, end]) => {
    const isPossible = end === null || (Number(end) >= NOW && Number(end) <= NOW + YEAR);
    return isPossible ? [] : [`${name} is ${String(end)}`];
  });
}

function leaksIn(told: string, body: unknown): string[] {
  const { access_token, refresh_token, npsso } = Object(body) as Record<string, unknown>;
  const secrets = [access_token, refresh_token, npsso, SENT.reveal()];
  const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > 9;
  return secrets.filter(isLong).some((secret) => told.includes(secret)) ? ['a secret is told'] : [];
}

/** Packs claims into tokens. */
function withTokens(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'grant_type' in value
      ? `e30.${Buffer.from(JSON.stringify(value)).toString('base64url')}.c2ln`
      : value,
  );
}

function gate(): SignInGate {
  return new SignInGate({
    store: new FakeLedger(),
    now: () => NOW,
    deviceNow: () => NOW,
    sleep: noSleep,
  });
}

function theTokens(): SonyTokens {
  return new SonyTokens(
    () => Promise.resolve(),
    gate(),
    () => NOW,
  );
}

function theSession(): BrowserSession {
  return new BrowserSession(
    { next: () => Promise.resolve(null) },
    { set: () => Promise.resolve(), remove: () => Promise.resolve() },
    gate(),
    { now: () => NOW, deviceNow: () => NOW },
  );
}

/** Connected, and the access token has ended. */
async function connectedScene() {
  const [vault, record] = [new FakeVault(), new FakeRecord()];
  record.current = aConnected({
    accountId: ACCOUNT,
    tokenLife: aTokenLife({ provedAt: NOW - DAY, refreshTokenEndsAt: NOW + 5 * DAY }),
  });
  await vault.store({
    accountId: ACCOUNT,
    accessToken: new Secret('the access token of before'),
    accessTokenEndsAt: NOW - 1,
    refreshToken: SENT,
    refreshTokenEndsAt: NOW + 5 * DAY,
  });
  vault.access.clear();
  const recover = () => Promise.resolve(false);
  const needs = { vault, record, tokens: theTokens(), exclusively: newLocks(), now: () => NOW };
  return { vault, record, access: new Access({ ...needs, recover }, ACCOUNT) };
}
