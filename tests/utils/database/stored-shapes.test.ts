import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { carriedOver } from '@/utils/browser/carried-over';
import { dailyOffset } from '@/utils/browser/daily-offset';
import { everyGameChanged } from '@/utils/browser/every-game-changed';
import { installId } from '@/utils/browser/install-id';
import { lastWarning } from '@/utils/browser/last-warning';
import { dataRequests, signInLedger } from '@/utils/browser/request-ledgers';
import { clockOffset } from '@/utils/browser/sony-clock';
import { DATABASE_VERSION, databaseName } from '@/utils/database/library-name';
import { createLibrary } from '@/utils/database/open-library';
import { isReadable } from '@/utils/database/packed-set';
import { viewsIn } from '@/utils/domain/library/saved-views';
import { storedCopies } from '@/utils/status/copies';
import {
  storedConnection,
  storedConnectionHistory,
  storedSettings,
  storedSnapshot,
} from '@/utils/status/values';
import { fromBase64 } from '@/utils/vault/sealing';
import { BrowserVault } from '@/utils/vault/vault';
import { makeStoredFixture } from '../../support/make-stored-fixture';
import { rawRows } from '../../support/raw-rows';
import { storedFixtures, type StoredFixture } from '../../support/stored-fixture';
import { shapesOfThisBuild } from '../../support/stored-shapes';
import { SyncScene } from '../../support/sync-scene';

const FOLDER = new URL('../../fixtures/stored/', import.meta.url);

/** Of each fixture what it was when it was made. A line is added, none is changed. */
const FROZEN: Record<number, string> = {
  1: '8dbf5f0b1da1b4998be00461058eba4de7f10c0d8791bcd61da4d065edb853b5',
  2: '9ffdad2fe0fa6ec4a5c5759a0ae887dab1ce47f1af9d4292a40722767158bf32',
  3: '065d9c7ba031d418225627650b46671fdef1ddf5752a3d466f70f994ac08fe60',
  4: '51fddc31ee86319006172f8bc065f18865b8b5e8048d076ea8642d92d1a378bb',
  5: '840cf748689f99a9ad5d7fc461ac64a327a5f5106fda3ca541a1ff13f5477c59',
  6: '3b0d27bf40869d16d8f4f5e27c52019e39e20b9290e9802c86f60623ec8d9ba0',
  7: '4311325a2844a167a5070a51084fceb054d42046a65217a7fc782b2c16b14f7e',
  8: '0c462142156e1a6fb97b4c62f16bf0bc6d369c1950ba616ba476a6192cafe610',
  9: '9ff816448e668d745c64f3a1e5c28ff234c4cb1779fd303de3f5c50c709d00c2',
  10: '819c0a835f0135fe77320611081c3bf85a42cebaed6efbe6771aaf3ab9bd70d6',
  11: '125a9be749c4c291175e50b3efcaeb26e496e8fe3964ad0e668a19e981fb903c',
  12: '03f9d77acecb178e859157f3474a628f6eaf12b4a58e0957d65182d1a7e1bbe5',
  13: '531b97b84600ec81d4e1a8b8009837bdeba7c72c99139a4df6778216e178ac43',
  14: 'def0e92b33f79297b6c61e09445be4a38dc35e28ebdd60a5d7f3d029d804d5fe',
  15: '9ab4033d49ec8a5504543365140753489c4fc67e5adb8138daa1772e6cccb416',
  16: 'a6d28730a9f1918ce5c7ae2d32953f2fa3342439ba6a8e300a038f9290ff754a',
  17: 'd81eeb96f048e186c99112c7343490a77a9ffb7c40d33ad6f31537e8deaba638',
  18: 'a773dfc466ca04268528b8f6200908e01dc7848ffe5988dfa9f2c7172ec823b7',
  19: 'cdb01663f54fa0c1703c7e20cbc9bc59b2f32866dbaa1537d0352e7b45804263',
  20: '8e2a065debc8545e8352d146190b6bf76bbf2a7e24359106ad1731e198e6528f',
  21: 'afae0f5d99841ceafcc3e8831aa998e44154d9f08555cb5f5d0c95440c45563a',
  22: '84a84529e890371857ad7794cfe2a64feff6cc0e26163975831aa222a863993c',
  23: '8c9a5a4e0414856eef3a0fa917dc292c89e6bc30394e897b585719158e4c6e70',
  24: '1fa29161fb9d2c80776644f3c20eadbc525a584862caad381230d89545a98d09',
  25: '650c85b483179b9aeed612372786a93ad771ebd108ffbaadf93c84684996d2c4',
  26: 'd170eb94d560933797937e7d8eeb289799b10f9bfb7d808f1a692cea9e2ed8dd',
  27: 'bd34934e1ad45a2583ac8f246e9426f42190da233f6ca3f0a1376c0ca6b755c7',
  28: '634a8859aeefce1a704f0406fd41db21c509a4dce2c38ff989b8b5f2ae7c2f3d',
  30: '0ea943d5600059ab402960ff1967c26768f5b022e767a84bef5ce1ff78878fd9',
  31: 'dfa63f684732452d4f6ac11a5ad2e03e986d626ab2b8a0e64cf3f868783fbeb6',
  32: '1970a6bfc5105cd81bd958a4e0d868fb69dee2a65cb16fd2e205dfcabad7f488',
  33: 'eebcd7dc35ef7bb3724e5996c67ca12eef034ad1098a6325daa21930f7937bda',
  34: '5b8320fd4902cd4412049fafc38bde8972eb6008f4005c5c394f30aab79f7767',
  35: 'c34c9463d0a33386e2ee61bd432194132a56054af21e0cd4c31262360af1318e',
  36: '8d0d85a615c1d1b56a75463ea878cc3854a7de08050718d0582ee677a2f59702',
  37: 'b4e4c6d91f9dff4c2f384cc315661b26af8f0b097a25c2be8fc19b6c1741f954',
  38: '16f98259601dc4c642c8d9f680ed97d277cfab897e27b40570529da1ac04f4a5',
  39: 'aa3ae6cd0feccd6829549b5c78e2a2f08ead7e94f8de4cb9386e9c660f237df0',
};

/** `FREEZE=2 npx vitest run …` makes the fixture of new shapes; see CONTRIBUTING.md. */
const { FREEZE } = process.env;
if (FREEZE !== undefined) {
  mkdirSync(FOLDER, { recursive: true });
  const text = `${JSON.stringify(await makeStoredFixture(), null, 1)}\n`;
  writeFileSync(new URL(`${FREEZE}.json`, FOLDER), text);
}

const fixtures = storedFixtures();

test('what this build stores has the shapes of the newest fixture', () => {
  const frozen = fixtures.at(-1)?.[1].shapes ?? {};
  const changed = Object.entries(shapesOfThisBuild()).flatMap(([name, lines]) => {
    const before = frozen[name] ?? [];
    return [
      ...lines.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
      ...before.filter((line) => !lines.includes(line)).map((line) => `- ${line}`),
    ].map((line) => `shape of ${name} changed: ${line}`);
  });

  expect(changed, 'CONTRIBUTING.md says how a stored shape is changed').toStrictEqual([]);
});

describe.each(fixtures)('what a build stored (%i)', (number, fixture) => {
  let accountId: string;

  beforeAll(async () => {
    accountId = await restore(fixture);
  });

  test('is as it was frozen', () => {
    const text = readFileSync(new URL(`${String(number)}.json`, FOLDER));
    expect(createHash('sha256').update(text).digest('hex')).toBe(FROZEN[number]);
  });

  test('is brought up to date with every row, which can all be read', async () => {
    const library = await createLibrary(accountId);
    expect(library.verno).toBe(DATABASE_VERSION);
    for (const [name, rows] of Object.entries(fixture.library)) {
      expect(rows, name).not.toStrictEqual([]);
      expect(await library.table(name).toArray(), name).toMatchObject(rows);
    }
    expect((await library.trophySets.toArray()).every(isReadable)).toBe(true);
    library.close();
  });

  test('is gone on with by a sync, which touches nothing that the player made', async () => {
    const scene = new SyncScene(accountId);
    for (const n of [3, 2, 1]) scene.addTitle({ n, daysAgo: n, groupCount: n });
    await scene.syncByHand();

    expect(scene.status.state).toBe('idle');
    expect(await rawRows(scene.database, 'playerItems')).toStrictEqual(
      fixture.library['playerItems'],
    );
    expect((await scene.title(2))?.choice).toBe('never');
  });

  test('is read from storage.local, every value of it', async () => {
    const { local } = fixture;
    await browser.storage.local.set(local);
    const read = {
      connection: await storedConnection.read(),
      snapshot: await storedSnapshot.read(),
      connectionHistory: await storedConnectionHistory.read(),
      settings: await storedSettings.read(),
      copies: await storedCopies.read(),
      everyGameChanged: await everyGameChanged.read(),
      lastWarning: await lastWarning.read(),
      dataRequests: await dataRequests.read(),
      signInLedger: await signInLedger.read(),
      carriedOver: await carriedOver.read(),
      installId: await installId(),
      dailyOffset: await dailyOffset(),
      clockOffset: await clockOffset.read(),
    };
    const { clockSamples, settings, ...others } = local;
    expect(clockSamples).toBeDefined();
    const { savedViews = [], ...set } = settings as { savedViews?: object[] };
    expect(read).toMatchObject({ ...others, settings: set });
    // Of an earlier build they were no items yet.
    const views = savedViews.every((view) => 'id' in view)
      ? read.settings.savedViews
      : viewsIn(read.settings.savedViews);
    expect(views ?? []).toMatchObject(savedViews);
  });

  test('still opens what was sealed', async () => {
    const { half, keyHalf, sealed, token, accountId: owner } = fixture.vault;
    const key = await crypto.subtle.importKey('raw', fromBase64(half), 'HKDF', false, [
      'deriveKey',
    ]);
    const stored = <Value>(value: Value) => ({
      read: () => Promise.resolve(value),
      write: () => Promise.resolve(),
      forget: () => Promise.resolve(),
    });
    const vault = new BrowserVault({
      keys: {
        ...{ read: () => Promise.resolve(key), write: () => Promise.resolve() },
        erase: () => Promise.resolve(),
      },
      keyHalf: stored<string | null>(keyHalf),
      sealed: stored({ [owner]: sealed }),
      access: stored({}),
      clear: () => Promise.resolve(),
      now: () => 0,
    });

    expect((await vault.refreshToken(owner))?.reveal()).toBe(token);
  });

  test('is whole where the worker is killed while it is brought up to date', async () => {
    const killed = await restore(fixture);
    const later = new Dexie(databaseName(killed));
    later
      .version(DATABASE_VERSION + 1)
      .stores({ ...fixture.stores, later: 'id' })
      .upgrade(async (upgrade) => {
        await upgrade.table('titles').clear();
        // As a worker that ends: the browser takes back what was not finished.
        upgrade.idbtrans.abort();
      });
    await expect(later.open()).rejects.toThrow();

    const library = await createLibrary(killed);
    for (const [name, rows] of Object.entries(fixture.library)) {
      expect(await library.table(name).toArray(), name).toMatchObject(rows);
    }
    library.close();
  });
});

let restored = 0;

/** Puts a library on the disk as that build left it. */
async function restore({ databaseVersion, stores, library }: StoredFixture): Promise<string> {
  const accountId = `frozen-${String(++restored)}`;
  const database = new Dexie(databaseName(accountId));
  database.version(databaseVersion).stores(stores);
  for (const [name, rows] of Object.entries(library)) await database.table(name).bulkPut(rows);
  database.close();
  return accountId;
}
