import type { ConnectionRecord, Exclusively, Tokens, Vault } from '@/utils/connection/ports';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection';
import type { Secret } from '@/utils/domain/secret';

/** The connection record, in memory, with all that was ever written. */
export class FakeRecord implements ConnectionRecord {
  current: Connection = DISCONNECTED;
  readonly history: Connection[] = [];
  /** What happens at the very moment of a write. */
  onWrite: (connection: Connection) => void = () => undefined;

  read(): Promise<Connection> {
    return Promise.resolve(this.current);
  }

  write(connection: Connection): Promise<void> {
    this.onWrite(connection);
    this.current = connection;
    this.history.push(connection);
    return Promise.resolve();
  }

  change(update: (current: Connection) => Connection): Promise<void> {
    return this.write(update(this.current));
  }
}

/** A vault without locks, in memory. */
export class FakeVault implements Vault {
  kept: Tokens | null = null;
  access: Secret | null = null;

  keepTokens(tokens: Tokens): Promise<void> {
    this.kept = tokens;
    this.access = tokens.accessToken;
    return Promise.resolve();
  }

  refreshToken(accountId: string): Promise<Secret | null> {
    return Promise.resolve(this.kept?.accountId === accountId ? this.kept.refreshToken : null);
  }

  accessToken(): Promise<Secret | null> {
    return Promise.resolve(this.access);
  }

  erase(): Promise<void> {
    this.kept = null;
    this.access = null;
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
