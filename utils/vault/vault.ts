import * as z from 'zod/mini';
import type { Tokens, Vault } from '../connection/ports';
import { Secret } from '../domain/connection/secret';
import { fromBase64, makeKeyHalves, seal, toBase64, unseal, type KeyHalves } from './sealing';
import { HOUR, MINUTE } from '../domain/time-units';

/** Where the database half of the key is stored. */
export interface KeyHalfStore {
  read(name: string): Promise<CryptoKey | null>;
  write(name: string, key: CryptoKey): Promise<void>;
  erase(): Promise<void>;
}

/** A value that outlives the worker. */
interface Stored<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  forget(): Promise<void>;
}

export type SealedTokens = z.infer<typeof sealedTokens>;
export type StoredAccessTokens = z.infer<typeof accessTokens>;

interface Needs {
  keys: KeyHalfStore;
  /** On the disk. */
  keyHalf: Stored<string | null>;
  sealed: Stored<SealedTokens>;
  /** In memory. */
  access: Stored<StoredAccessTokens>;
  /** Clears what is on the disk of both, so that nothing of it can be read there any more. */
  clear: () => Promise<void>;
  now: () => number;
}

/** As long as Sony lets an access token live. */
const LONGEST_LIFE = HOUR;
const KEY_NAME = 'refresh-token';

/** The shapes of what is stored: by account. */
export const base64Half = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const sealedToken = z.object({ iv: z.string(), data: z.string() });
export const sealedTokens = z.record(z.string(), sealedToken);
export const accessTokens = z.record(
  z.string(),
  z.object({
    token: z.string(),
    goodUntil: z.number(),
    /** The refresh token that came with it, where the disk has not taken it. */
    unstored: z.optional(sealedToken),
  }),
);

/**
 * The refresh token, encrypted in `storage.local`; the access token, in `storage.session`, which never reaches the
 * disk. Encryption at rest keeps the token out of copies, exports and other programs' casual sight; it does not
 * stop whoever controls this computer, since the browser itself must be able to open it.
 */
export class BrowserVault implements Vault {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Stores what storing tokens needs: where that fails, they are better not asked for. */
  async prove(): Promise<void> {
    await this.#madeHalves();
  }

  /**
   * Stores both tokens, the lasting one first. Where the disk refuses one that replaces another, which may be good for
   * nothing by now, this fails, and both are in memory.
   */
  async store(tokens: Tokens): Promise<void> {
    const { accountId, refreshToken, accessToken, accessTokenEndsAt } = tokens;
    const { sealed, access, now } = this.#needs;
    const left = accessTokenEndsAt - now();
    const goodUntil = accessTokenEndsAt - Math.min(MINUTE, left / 2);
    const halves = await this.#madeHalves();
    const row = await seal(halves, contextOf(accountId), refreshToken.reveal());
    const before = await sealed.read();
    const entry = { token: accessToken.reveal(), goodUntil };
    const enter = async (kept: StoredAccessTokens[string]): Promise<void> =>
      access.write({ ...(await access.read()), [accountId]: kept });
    try {
      await sealed.write({ ...before, [accountId]: row });
    } catch (thrown) {
      if (before[accountId] !== undefined) await enter({ ...entry, unstored: row });
      throw thrown;
    }
    await enter(entry);
  }

  /** Null where there is none for this account, or where it does not open any more. */
  async refreshToken(accountId: string): Promise<Secret | null> {
    const { unstored } = (await this.#needs.access.read())[accountId] ?? {};
    const row = unstored ?? (await this.#needs.sealed.read())[accountId];
    const halves = row === undefined ? null : await this.#halves();
    if (row === undefined || halves === null) return null;
    const token = await unseal(halves, contextOf(accountId), row);
    return token === null ? null : new Secret(token);
  }

  /** Sony's clock has moved by so much from what it said before: what was reckoned by that moves with it. */
  async correct(by: number, before: number): Promise<void> {
    const { access } = this.#needs;
    const entries = Object.entries(await access.read());
    const moved = entries.map(([accountId, entry]) => {
      const isOfThen = entry.goodUntil > before && entry.goodUntil <= before + LONGEST_LIFE;
      return [accountId, isOfThen ? { ...entry, goodUntil: entry.goodUntil + by } : entry] as const;
    });
    if (moved.length > 0) await access.write(Object.fromEntries(moved));
  }

  async accessToken(accountId: string): Promise<Secret | null> {
    const entry = (await this.#needs.access.read())[accountId];
    if (entry === undefined) return null;
    return entry.goodUntil > this.#needs.now() ? new Secret(entry.token) : null;
  }

  async forgetOthers(accountId: string | null): Promise<void> {
    const { sealed, access } = this.#needs;
    const isOther = (owner: string): boolean => owner !== accountId;
    const stored = await sealed.read();
    const inMemory = await access.read();
    if (![...Object.keys(stored), ...Object.keys(inMemory)].some(isOther)) return;
    if (accountId === null) return this.wipe();
    const only = <Row>(rows: Record<string, Row>): Record<string, Row> =>
      Object.fromEntries(Object.entries(rows).filter(([owner]) => owner === accountId));
    await access.write(only(inMemory));
    await sealed.write(only(stored));
  }

  /** Leaves nothing that opens. What is on the disk goes first: without it the other half opens nothing. */
  async wipe(): Promise<void> {
    const { access, clear, keys } = this.#needs;
    await access.forget();
    await clear();
    // A database that cannot be deleted holds a half that is good for nothing.
    await keys.erase().catch(() => undefined);
  }

  async #madeHalves(): Promise<KeyHalves> {
    return (await this.#halves()) ?? this.#newHalves();
  }

  /** Where there is no half on the disk the database is not even looked for: looking would create it. */
  async #halves(): Promise<KeyHalves | null> {
    const inStorage = await this.#needs.keyHalf.read();
    if (inStorage === null) return null;
    const inDatabase = await this.#needs.keys.read(KEY_NAME);
    return inDatabase === null ? null : { inDatabase, inStorage: fromBase64(inStorage) };
  }

  async #newHalves(): Promise<KeyHalves> {
    const { keys, keyHalf } = this.#needs;
    const halves = await makeKeyHalves();
    await keys.write(KEY_NAME, halves.inDatabase);
    await keyHalf.write(toBase64(halves.inStorage));
    return halves;
  }
}

/** The associated data: whose token, for what, in which version of this scheme. */
function contextOf(accountId: string): string {
  return `refresh-token/v1/${accountId}`;
}
