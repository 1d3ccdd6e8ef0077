import { gunzipSync, gzipSync } from 'node:zlib';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { COPY_LIMITS } from '@/utils/copy/copy-limits';
import { readFriendsFile } from '@/utils/copy-worker/read-friends-file';
import { CopyToRestore, checkCopy } from '@/utils/copy-worker/restore-copy';
import { isNoChange } from '@/utils/copy-worker/preview';
import { EMPTY_OVERVIEW } from '@/utils/database/database';
import { databaseNames } from '@/utils/database/database-names';
import { eraseDatabases } from '@/utils/database/erase';
import { earningsIn } from '@/utils/database/earnings-store';
import { createLibrary, openLibrary } from '@/utils/database/open-library';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { packed } from '@/utils/database/packed-set';
import { carryOutPlan } from '@/utils/database/restored-library';
import { takeBackPlan } from '@/utils/database/taken-back';
import { openStaging } from '@/utils/database/staging';
import { copyOf } from '../../support/copies';
import { contentOf, fillLibrary, restored, saved } from '../../support/restoring';
import { manyLibraryTitles } from '../../support/statuses';
import { aTrophy } from '../../support/trophies';
import { SyncScene } from '../../support/sync-scene';

let accounts = 5_000_000;

const moving = (mark: string) => ({ mark, now: 1, said: null });

async function aLibrary(games?: number): Promise<SyncScene> {
  await eraseDatabases();
  const scene = new SyncScene(String(++accounts));
  await fillLibrary(scene, games);
  return scene;
}

afterEach(() => {
  vi.restoreAllMocks();
});

async function reopened(scene: SyncScene): Promise<SyncScene['database']> {
  const library = await openLibrary(scene.accountId);
  if (library === null) throw new Error('no library');
  return library;
}

describe('a copy that is restored', () => {
  test('makes an equal library where everything was erased, with what was earned', async () => {
    const scene = await aLibrary(30);
    const before = await contentOf(scene.database);
    const file = await saved(scene);
    scene.database.close();
    await eraseDatabases();
    const preview = await restored(file, { now: scene.now });

    const after = await reopened(scene);
    expect(before['earnings']?.length).toBeGreaterThan(0);
    expect(await contentOf(after)).toEqual(before);
    expect(preview.games).toEqual({ come: 30, change: 0, stay: 0, go: 0 });
    expect(preview.notes).toEqual({ come: 1, change: 0, stay: 0, go: 0 });
    after.close();
  });

  test('is moved many rows at a time, whatever their tables: the library is kept waiting for each', async () => {
    const scene = await aLibrary(30);
    const file = await saved(scene);
    scene.database.close();
    await eraseDatabases();
    const waits = vi.spyOn(Dexie, 'waitFor');
    await restored(file, { now: scene.now });
    const staging = await openStaging(OTHER_DATABASES.restore);
    const rows = (await staging?.planned.toArray())?.flatMap((some) => some.rows) ?? [];
    expect(rows.length).toBeGreaterThan(90);
    expect(waits.mock.calls.length).toBeLessThan(rows.length / 20);
    // What is as in the copy is there once.
    expect(rows).not.toContainEqual(
      expect.objectContaining({ table: 'trophySets', becomes: 'after' }),
    );
    staging?.close();
  });

  test('changes nothing where it was just made', async () => {
    const scene = await aLibrary();
    const before = await contentOf(scene.database);
    for (const way of ['merge', 'replace'] as const) {
      const preview = await restored(await saved(scene), { way, now: scene.now });
      expect(isNoChange(preview)).toBe(true);
      expect(preview.games.stay).toBe(3);
      expect(preview.records.stay).toBeGreaterThan(0);
      expect(await contentOf(scene.database)).toEqual(before);
    }
  });

  test('brings back what was there then, and takes what came since only where it replaces', async () => {
    const scene = await aLibrary();
    const before = await contentOf(scene.database);
    const file = await saved(scene);
    const { requests } = scene.worker();
    await requests.annotateTrophy({ npCommunicationId: scene.id(2), trophyId: 0, note: 'Later' });
    await scene.database.trophySets.delete(scene.id(1));
    await scene.database.titles.delete(scene.id(1));
    const merged = await restored(file, { way: 'merge', now: scene.now });
    expect(merged.games).toMatchObject({ come: 1, go: 0, stay: 2 });
    expect(merged.notes).toEqual({ come: 0, change: 0, stay: 2, go: 0 });
    const replaced = await restored(file, { now: scene.now });
    expect(replaced.notes).toEqual({ come: 0, change: 0, stay: 1, go: 1 });
    expect(await contentOf(scene.database)).toEqual(before);
  });

  test('changes nothing where it is merged once more', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    const { requests } = scene.worker();
    await requests.annotateTrophy({ npCommunicationId: scene.id(2), trophyId: 0, note: 'Later' });
    await requests.markGame(scene.id(2), { status: 'done', tags: [] });
    for (const table of ['titles', 'trophySets', 'earnings'] as const) {
      await scene.database.table(table).delete(scene.id(1));
    }
    const first = await restored(file, { way: 'merge', now: scene.now });
    expect(isNoChange(first)).toBe(false);
    const merged = await contentOf(scene.database);
    const second = await restored(file, { way: 'merge', now: scene.now + 60_000 });
    expect(isNoChange(second)).toBe(true);
    expect(await contentOf(scene.database)).toEqual(merged);
  });

  test('is carried out twice as well as once, and taken back whole', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    const { requests } = scene.worker();
    await requests.annotateTrophy({ npCommunicationId: scene.id(2), trophyId: 0, note: 'Later' });
    await scene.database.titles.delete(scene.id(1));
    const before = await contentOf(scene.database);
    await restored(file, { now: scene.now });
    const done = await contentOf(scene.database);
    const staging = await openStaging(OTHER_DATABASES.restore);
    if (staging === null) throw new Error('nothing is staged');
    await carryOutPlan(scene.database, staging, moving('again'));
    expect(await contentOf(scene.database)).toEqual(done);
    await takeBackPlan(scene.database, staging, moving('again'));
    await takeBackPlan(scene.database, staging, moving('and again'));
    expect(await contentOf(scene.database)).toEqual(before);
    staging.close();
  });

  test('changes nothing where the library is another one by then', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    await scene.database.titles.delete(scene.id(1));
    const copy = await CopyToRestore.read(file, () => undefined);
    await copy.plan({ way: 'replace', now: scene.now, mark: 'seen' });
    copy.close();
    // Its row is among the last that are moved.
    await scene.database.overview.update('library', { hasChosen: false });
    const before = await contentOf(scene.database);
    const staging = await openStaging(OTHER_DATABASES.restore);
    if (staging === null) throw new Error('nothing is staged');
    await expect(carryOutPlan(scene.database, staging, moving('seen'))).rejects.toThrow(
      'changed-meanwhile',
    );
    expect(await contentOf(scene.database)).toEqual(before);
    staging.close();
  });

  test('is in no library where it is refused, and leaves no database', async () => {
    const scene = await aLibrary();
    const lines = gunzipSync(Buffer.from(await (await saved(scene)).arrayBuffer()));
    const file = new Blob([gzipSync(lines.subarray(0, lines.length - 300))]);
    await expect(CopyToRestore.read(file, () => undefined)).rejects.toThrow('truncated');
    expect(await databaseNames()).not.toContain(OTHER_DATABASES.restore);
  });

  test('is called too large where the file is, whatever comes behind it', async () => {
    const bytes = await (await saved(await aLibrary())).arrayBuffer();
    const file = new Blob([bytes, new Uint8Array(1_000)]);
    // As it is told of one that no test has room for.
    Object.defineProperty(file, 'size', { value: COPY_LIMITS.bytes + 1 });
    await expect(CopyToRestore.read(file, () => undefined)).rejects.toThrow('too-large');
    await expect(readFriendsFile(file, () => undefined)).rejects.toThrow('too-large');
  });

  test.each(['titles', 'planned'])(
    'is in no library where %s finds no room while it is read, and that is said',
    async (table) => {
      const scene = await aLibrary();
      const file = await saved(scene);
      await scene.database.titles.delete(scene.id(1));
      const before = await contentOf(scene.database);
      const full = vi.spyOn(IDBObjectStore.prototype, 'add');
      full.mockImplementation(noRoom);
      if (table === 'titles') vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(noRoom);
      const reading = CopyToRestore.read(file, () => undefined).then((copy) =>
        copy.plan({ way: 'replace', now: scene.now, mark: 'seen' }).finally(() => copy.close()),
      );
      await expect(reading).rejects.toMatchObject({ failure: { cause: 'storage-full' } });
      vi.restoreAllMocks();
      expect(await contentOf(scene.database)).toEqual(before);
      expect((await databaseNames()).includes(OTHER_DATABASES.restore)).toBe(table === 'planned');
    },
  );

  test('names no database but by an account', async () => {
    const file = new Blob([(await copyOf({}, { accountId: 'made-up' })) as BlobPart]);
    await expect(CopyToRestore.read(file, () => undefined)).rejects.toThrow('damaged');
  });
});

function noRoom(): never {
  throw new DOMException('no room', 'QuotaExceededError');
}

/** A library of so many games with fifty trophies each, half of them earned. */
async function aLargeLibrary(games: number): Promise<SyncScene> {
  await eraseDatabases();
  const scene = new SyncScene(String(++accounts));
  const now = scene.now;
  const library = await createLibrary(scene.accountId);
  const titles = manyLibraryTitles(games);
  await library.titles.bulkPut(titles);
  for (const [index, { npCommunicationId }] of titles.entries()) {
    const trophies = Array.from({ length: 50 }, (_, trophyId) => {
      const earnedAt = now - (index * 50 + trophyId) * 60_000;
      const rates = [{ day: 20_000, rate: trophyId }];
      return aTrophy({ trophyId, rates, ...(trophyId % 2 === 0 && { earned: true, earnedAt }) });
    });
    const row = packed({ npCommunicationId, groups: [], trophies });
    await library.trophySets.put(row);
    await library.earnings.put(earningsIn(row, now, true)!);
  }
  await library.overview.put({ ...EMPTY_OVERVIEW, hasPicks: true });
  library.close();
  return scene;
}

test.each([1_300, 5_000])(
  'a library of %i games comes back equal',
  { tags: ['long'], timeout: 600_000 },
  async (games) => {
    const scene = await aLargeLibrary(games);
    const before = await contentOf(scene.database);
    const file = await saved(scene);
    scene.database.close();
    await eraseDatabases();
    await restored(file, { now: scene.now });
    const after = await reopened(scene);
    expect(await contentOf(after)).toEqual(before);
    expect(before['trophySets']).toHaveLength(games);
    after.close();
  },
);

describe('a copy that is checked', () => {
  test('works where it is read whole, says what differs, and leaves nothing', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    expect(isNoChange((await checkCopy(file, scene.now, () => 0)).preview)).toBe(true);
    const { requests } = scene.worker();
    await requests.annotateTrophy({ npCommunicationId: scene.id(2), trophyId: 0, note: 'Later' });
    const { preview } = await checkCopy(file, scene.now, () => 0);
    expect(preview.notes).toEqual({ come: 0, change: 0, stay: 1, go: 1 });
    expect(await databaseNames()).not.toContain(OTHER_DATABASES.check);
  });
});
