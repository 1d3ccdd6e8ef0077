import type { ConnectionRecord, Exclusively, Tokens, Vault } from '@/utils/connection/ports';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import type { Secret } from '@/utils/domain/connection/secret';

/** The connection record, in memory, with all that was ever written. */
export class FakeRecord implements ConnectionRecord {
  current: Connection = DISCONNECTED;
  readonly history: Connection[] = [];
  /** What happens at the very moment of a write. */
  onWrite: (connection: Connection) => void = () => undefined;

  read(): Promise<Connection> {
    return Promise.resolve(this.current);
  }

  change(update: (current: Connection) => Connection): Promise<Connection> {
    const changed = update(this.current);
    if (changed !== this.current) {
      this.onWrite(changed);
      this.current = changed;
      this.history.push(changed);
    }
    return Promise.resolve(this.current);
  }
}

/** A vault without locks, in memory: tokens by account. */
export class FakeVault implements Vault {
  readonly stored = new Map<string, Tokens>();
  readonly access = new Map<string, Secret>();

  prove(): Promise<void> {
    return Promise.resolve();
  }

  store(tokens: Tokens): Promise<void> {
    this.stored.set(tokens.accountId, tokens);
    this.access.set(tokens.accountId, tokens.accessToken);
    return Promise.resolve();
  }

  refreshToken(accountId: string): Promise<Secret | null> {
    return Promise.resolve(this.stored.get(accountId)?.refreshToken ?? null);
  }

  accessToken(accountId: string): Promise<Secret | null> {
    return Promise.resolve(this.access.get(accountId) ?? null);
  }

  forgetOthers(accountId: string | null): Promise<void> {
    for (const map of [this.stored, this.access]) {
      for (const owner of map.keys()) if (owner !== accountId) map.delete(owner);
    }
    return Promise.resolve();
  }
}

/** Locks that live as long as the worker that made them. */
export function newLocks(): Exclusively {
  const turns = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(work, work);
    turns.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
