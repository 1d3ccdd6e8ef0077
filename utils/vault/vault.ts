import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Tokens, Vault } from '../connection/ports';
import { Secret } from '../domain/secret';
import { fromBase64, makeKeyHalves, seal, toBase64, unseal, type KeyHalves } from './sealing';

/** Where the database half of the key is kept. */
export interface KeyStore {
  read(name: string): Promise<CryptoKey | null>;
  write(name: string, key: CryptoKey): Promise<void>;
  erase(): Promise<void>;
}

const MINUTE = 60_000;
const KEY_NAME = 'refresh-token';
const HALF = 'keyHalf';
const SEALED = 'sealedRefreshToken';
const ACCESS = 'accessToken';
const KEPT = 'keptInAWipe';

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const sealedRow = z.object({ accountId: z.string(), iv: z.string(), data: z.string() });
const accessRow = z.object({ accountId: z.string(), token: z.string(), goodUntil: z.number() });

/**
 * The refresh token, encrypted in `storage.local`; the access token, in `storage.session`, which never reaches the
 * disk. Encryption at rest keeps the token out of copies, exports and other programs' casual sight; it does not
 * stop whoever controls this computer, since the browser itself must be able to open it.
 */
export class BrowserVault implements Vault {
  readonly #keys: KeyStore;
  readonly #now: () => number;

  constructor(keys: KeyStore, now: () => number) {
    this.#keys = keys;
    this.#now = now;
  }

  /** Keeps both tokens, the lasting one first. */
  async keepTokens(tokens: Tokens): Promise<void> {
    const { accountId, refreshToken, accessToken, accessTokenEndsAt } = tokens;
    const left = accessTokenEndsAt - this.#now();
    const goodUntil = accessTokenEndsAt - Math.min(MINUTE, left / 2);
    const halves = (await this.#halves()) ?? (await this.#newHalves());
    const sealed = await seal(halves, contextOf(accountId), refreshToken.reveal());
    await browser.storage.local.set({ [SEALED]: { accountId, ...sealed } });
    await browser.storage.session.set({
      [ACCESS]: { accountId, token: accessToken.reveal(), goodUntil },
    });
  }

  /** Null where there is none for this account, or where it does not open any more. */
  async refreshToken(accountId: string): Promise<Secret | null> {
    const row = sealedRow.safeParse((await browser.storage.local.get(SEALED))[SEALED]);
    const halves = await this.#halves();
    if (!row.success || row.data.accountId !== accountId || halves === null) return null;
    const token = await unseal(halves, contextOf(accountId), row.data);
    return token === null ? null : new Secret(token);
  }

  async accessToken(accountId: string): Promise<Secret | null> {
    const row = accessRow.safeParse((await browser.storage.session.get(ACCESS))[ACCESS]);
    if (!row.success || row.data.accountId !== accountId) return null;
    return row.data.goodUntil > this.#now() ? new Secret(row.data.token) : null;
  }

  async erase(): Promise<void> {
    await browser.storage.session.remove(ACCESS);
    await wipe([SEALED, HALF]);
    await this.#keys.erase();
  }

  /** Puts back what a worker that died in a wipe had set aside. */
  async finishWipe(): Promise<void> {
    const kept = z.record(z.string(), z.unknown());
    const stored = kept.safeParse((await browser.storage.session.get(KEPT))[KEPT]);
    if (stored.success) await putBack(stored.data);
  }

  async #halves(): Promise<KeyHalves | null> {
    const [stored, inDatabase] = await Promise.all([
      browser.storage.local.get(HALF),
      this.#keys.read(KEY_NAME),
    ]);
    const half = base64.safeParse(stored[HALF]);
    if (!half.success || inDatabase === null) return null;
    return { inDatabase, inStorage: fromBase64(half.data) };
  }

  async #newHalves(): Promise<KeyHalves> {
    const halves = await makeKeyHalves();
    await this.#keys.write(KEY_NAME, halves.inDatabase);
    await browser.storage.local.set({ [HALF]: toBase64(halves.inStorage) });
    return halves;
  }
}

/** Removing a value leaves its bytes on the disk, clearing all of them does not: so the others are put back. */
async function wipe(keys: readonly string[]): Promise<void> {
  const stored = await browser.storage.local.get(null);
  if (!keys.some((key) => key in stored)) return;
  const kept = Object.fromEntries(Object.entries(stored).filter(([key]) => !keys.includes(key)));
  // Kept in memory meanwhile, so that a worker that dies in between is followed by one that puts it back.
  await browser.storage.session.set({ [KEPT]: kept });
  await browser.storage.local.clear();
  await putBack(kept);
}

async function putBack(kept: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(kept);
  await browser.storage.session.remove(KEPT);
}

/** The associated data: whose token, for what, in which version of this scheme. */
function contextOf(accountId: string): string {
  return `refresh-token/v1/${accountId}`;
}
