import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StagedRows } from '@/utils/copy-worker/staged-rows';
import { eraseDatabases } from '@/utils/database/erase';
import { openLibrary } from '@/utils/database/open-library';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { carryOutPlan } from '@/utils/database/restored-library';
import { createStaging, openStaging } from '@/utils/database/staging';
import { takeBackPlan } from '@/utils/database/taken-back';
import { copyOfLines, linesOfCopy } from '../../support/copies';
import { contentOf, fillLibrary, restored, saved } from '../../support/restoring';
import { aNewScene } from '../../support/staged-copy';
import type { SyncScene } from '../../support/sync-scene';

const NAME = OTHER_DATABASES.restore;
const MOVING = { mark: 'seen', now: 1, said: null };

beforeEach(eraseDatabases);

afterEach(() => {
  vi.restoreAllMocks();
});

async function aLibrary(games: number): Promise<SyncScene> {
  const scene = aNewScene();
  await fillLibrary(scene, games);
  return scene;
}

/** Whether the browser is asked to do this with a database, and how often. */
function countCalls(method: 'put' | 'add' | 'get', name: string): () => number {
  const call = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)?.value as (
    ...args: unknown[]
  ) => IDBRequest<IDBValidKey>;
  let calls = 0;
  vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
    this: IDBObjectStore,
    ...args: unknown[]
  ) {
    if (this.transaction.db.name === name && args[0] !== -Infinity) calls++;
    return call.apply(this, args);
  });
  return () => calls;
}

/** The same rows in another order, with an end that says so. */
async function fileOf(file: Blob, change: (lines: string[]) => string[]): Promise<Blob> {
  const [head = '', ...rest] = linesOfCopy(new Uint8Array(await file.arrayBuffer()));
  const lines = [head, ...change(rest.slice(0, -1))];
  const block = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest();
  const counts: Record<string, number> = {};
  for (const line of lines.slice(1)) {
    const [table] = JSON.parse(line) as [string];
    counts[table] = (counts[table] ?? 0) + 1;
  }
  const sha256 = createHash('sha256').update(block).digest('hex');
  return new Blob([copyOfLines([...lines, JSON.stringify({ counts, sha256 })]) as BlobPart]);
}

describe('a copy that is read', () => {
  test('is stored, and planned, many rows as one: the browser takes its time for each', async () => {
    const scene = await aLibrary(30);
    const file = await saved(scene);
    scene.database.close();
    await eraseDatabases();
    const calls = [countCalls('put', NAME), countCalls('add', NAME)];
    await restored(file, { now: scene.now });
    const staging = await openStaging(NAME);
    const rows = (await staging?.planned.toArray())?.flatMap((some) => some.rows) ?? [];
    staging?.close();
    expect(rows.length).toBeGreaterThan(90);
    expect(calls.reduce((sum, each) => sum + each(), 0)).toBeLessThan(rows.length / 4);
  });

  test('is restored equal in whatever order its rows lie in the file, and the later of two counts', async () => {
    const scene = await aLibrary(12);
    const before = await contentOf(scene.database);
    const file = await fileOf(await saved(scene), (lines) => {
      const earlier = lines.map((line) => line.replace('"name":"Game 1', '"name":"Earlier 1'));
      expect(earlier).not.toEqual(lines);
      return [...earlier, ...lines.toReversed()];
    });
    expect(gunzipSync(new Uint8Array(await file.arrayBuffer())).length).toBeLessThan(2 ** 16);
    scene.database.close();
    await eraseDatabases();
    const preview = await restored(file, { now: scene.now });
    expect(preview.games).toEqual({ come: 12, change: 0, stay: 0, go: 0 });
    const library = (await openLibrary(scene.accountId))!;
    expect(await contentOf(library)).toEqual(before);
    library.close();
  });
});

describe('rows that were staged', () => {
  test('are found by their keys, over many blocks and in any order, and none where there is none', async () => {
    const staging = await createStaging(NAME);
    const rows = new StagedRows(staging);
    const text = 'x'.repeat(100_000);
    const sets = Array.from({ length: 9 }, (_, n) => ({
      npCommunicationId: `NPWR${String(n)}`,
      text,
    }));
    const versions = [1, 2].map((seenAt) => ({ npCommunicationId: 'NPWR1', seenAt }));
    for (const set of sets) await rows.add('trophySets', [set]);
    await rows.add('setVersions', versions);
    await rows.add('overview', [{ id: 'library' }]);
    await rows.end();
    expect(await staging.blocks.count()).toBe(4);
    const ids = ['NPWR8', 'NPWR0', 'NPWR10', 'NPWR4'];
    const found = await rows.rowsOf('trophySets', ids);
    expect(found).toEqual([sets[8], sets[0], undefined, sets[4]]);
    const keys = [
      ['NPWR1', 2],
      ['NPWR1', 3],
    ];
    expect(await rows.rowsOf('setVersions', keys)).toEqual([versions[1], undefined]);
    expect(await rows.rowsOf('overview', ['library'])).toEqual([{ id: 'library' }]);
    const pieces: unknown[] = [];
    for await (const piece of rows.keysInPieces('setVersions')) pieces.push(piece);
    expect(pieces).toEqual([
      [
        ['NPWR1', 1],
        ['NPWR1', 2],
      ],
    ]);
    staging.close();
  });

  test('by an earlier build, each by itself, are restored and taken back', async () => {
    const scene = await aLibrary(2);
    const before = await contentOf(scene.database);
    const [title] = await scene.database.titles.toArray();
    const { npCommunicationId: key } = title!;
    const earlier = new Dexie(NAME);
    earlier.version(1).stores({ titles: 'npCommunicationId', plan: 'id', planned: '++n' });
    await earlier.open();
    await earlier.table('titles').put({ ...title, name: 'In the copy' });
    const row = { table: 'titles', key, before: title, becomes: 'copied' };
    const note = { table: 'overview', key: 'library', becomes: 'after' };
    const overview = await scene.database.overview.get('library');
    const after = { ...overview, hasPicks: true };
    await earlier.table('planned').bulkAdd([row, { ...note, before: overview, after }]);
    earlier.close();
    const staging = (await openStaging(NAME))!;
    await carryOutPlan(scene.database, staging, MOVING);
    expect(await scene.database.titles.get(key)).toMatchObject({ name: 'In the copy' });
    await takeBackPlan(scene.database, staging, MOVING);
    expect(await contentOf(scene.database)).toEqual(before);
    staging.close();
  });
});

test('a library that has just been made is asked for none of its rows while it is filled', async () => {
  const scene = await aLibrary(30);
  const file = await saved(scene);
  const { name } = scene.database;
  scene.database.close();
  await eraseDatabases();
  const gets = countCalls('get', name);
  await restored(file, { now: scene.now });
  expect(gets()).toBeLessThan(5);
});
