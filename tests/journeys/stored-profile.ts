import { expect } from 'vitest';
import type { StoredFixture } from '../support/stored-fixture.ts';
import { THIS_VERSION } from '../browser/later-build.ts';
import { readDatabase, type Run } from './upgrading.ts';

/** What no sync changes by only being tried: the player's, and what Sony has said so far. */
const LASTING = [
  'titles',
  'trophySets',
  'playedGames',
  'playerItems',
  'syncRuns',
  'setVersions',
  'trophyEvents',
  'playDays',
  'playedListDays',
];

const PROMISED = `
  const promised = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });`;

/** Writes everything as it lay in that build's profile, without a line of the extension's: first what wakes nobody. */
const LAY = `${PROMISED}
  const bytes = (base64) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  const pathOf = (declared) => {
    const plain = declared.replace(/^(\\+\\+|\\*)/, '');
    return plain.startsWith('[') ? plain.slice(1, -1).split('+') : plain;
  };
  const make = (database, table, declared, rows) => {
    const [key, ...indexes] = declared.split(', ');
    const store = database.createObjectStore(table, {
      keyPath: pathOf(key),
      autoIncrement: key.startsWith('++'),
    });
    for (const index of indexes) {
      const multiEntry = index.startsWith('*');
      store.createIndex(index.replace('*', ''), pathOf(index), { multiEntry });
    }
    for (const row of rows) store.put(row);
  };
  const { databaseVersion, stores, library, local, vault } = fixture;
  const opening = indexedDB.open('trophy-shelf-' + vault.accountId, databaseVersion * 10);
  opening.onupgradeneeded = () => {
    for (const [table, declared] of Object.entries(stores))
      make(opening.result, table, declared, library[table]);
  };
  (await promised(opening)).close();
  const half = await crypto.subtle.importKey('raw', bytes(vault.half), 'HKDF', false, ['deriveKey']);
  const keys = indexedDB.open('trophy-shelf-key', 10);
  keys.onupgradeneeded = () => keys.result.createObjectStore('keys').put(half, 'refresh-token');
  (await promised(keys)).close();
  await browser.storage.local.set({
    ...local,
    keyHalf: vault.keyHalf,
    sealedRefreshTokens: { [vault.accountId]: vault.sealed },
  });`;

const READ_LOCAL = `return JSON.stringify(await browser.storage.local.get(null))`;

/** A profile as the build of this fixture left it. */
export async function layProfile(run: Run, fixture: StoredFixture): Promise<void> {
  await run(`const fixture = ${JSON.stringify(fixture)};${LAY}`);
}

/** Every row of it is in the library, which has this version by the browser's own count. */
export async function hasRows(
  run: Run,
  fixture: StoredFixture,
  version = THIS_VERSION,
): Promise<void> {
  const read = await readDatabase(run, `'trophy-shelf-${fixture.vault.accountId}'`);
  expect(read.version).toBe(version);
  for (const table of LASTING) {
    expect(lasting(read.tables[table]), table).toMatchObject(lasting(fixture.library[table]));
  }
  const [before] = fixture.library['overview'] ?? [];
  const { player, hasPicks, hasChosen, lastSyncedAt, summary } = before ?? {};
  expect(read.tables['overview']).toMatchObject([
    { player, hasPicks, hasChosen, lastSyncedAt, summary },
  ]);
}

/** What the player deleted is forgotten in time, and here it was years ago. The first builds wrote no date beside it. */
function lasting(rows: Record<string, unknown>[] = []): Record<string, unknown>[] {
  return rows.filter((row) => row['deletedAt'] === undefined && row['value'] !== null);
}

/** Record, settings, snapshot and what is beside them are what they were. */
export async function hasStatus(run: Run, { local, vault }: StoredFixture): Promise<void> {
  const stored = JSON.parse(String(await run(READ_LOCAL))) as Record<string, unknown>;
  const { settings, installId, dailyOffset, snapshot, connectionHistory } = local;
  const { sync, halvedUntil, budget, ...shown } = snapshot as Record<string, unknown>;
  expect([sync, halvedUntil, budget]).not.toStrictEqual([]);
  const { accountId, tokenLife } = local['connection'] as Record<string, unknown>;
  const { grant } = tokenLife as { grant: number };
  expect(stored).toMatchObject({
    ...{ settings, installId, dailyOffset, snapshot: shown },
    connection: { phase: 'connected', accountId, tokenLife: { grant } },
    ...{ keyHalf: vault.keyHalf, sealedRefreshTokens: { [vault.accountId]: vault.sealed } },
  });
  const history = connectionHistory as unknown[];
  expect((stored['connectionHistory'] as unknown[]).slice(0, history.length)).toStrictEqual(
    history,
  );
}

/** What the build before that one had made is on its way no more: it has arrived. */
export async function hasCarriedOver(run: Run, { local }: StoredFixture): Promise<void> {
  for (const [accountId, { items }] of Object.entries(
    local['carriedOver'] as Record<string, { items: object[] }>,
  )) {
    const { tables } = await readDatabase(run, `'trophy-shelf-${accountId}'`);
    expect(tables['playerItems']).toMatchObject(items);
  }
}
