import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { friendsFile } from '@/utils/copy-worker/friends-answer';
import { readFriendsFile } from '@/utils/copy-worker/read-friends-file';
import { databaseNames } from '@/utils/database/database-names';
import { eraseDatabases } from '@/utils/database/erase';
import { yearFileText } from '@/utils/exports/year-file';
import { aYear } from '../../support/a-year.ts';
import { fillLibrary, saved } from '../../support/restoring';
import { SyncScene } from '../../support/sync-scene';

beforeEach(eraseDatabases);

async function yearText(): Promise<string> {
  const made = { product: '1.2.3', at: Date.UTC(2026, 11, 31), zone: 'UTC', account: 'Night' };
  return yearFileText(aYear(), { ...made, gameOf: () => null });
}

const read = (bytes: BlobPart): ReturnType<typeof readFriendsFile> =>
  readFriendsFile(new Blob([bytes]), () => undefined);

test('a friend’s copy is read as it is compared, without what they have made, and nothing is stored', async () => {
  const scene = new SyncScene('9100001');
  await fillLibrary(scene);
  const titles = await scene.database.titles.toArray();
  const file = await saved(scene);
  const before = await databaseNames();
  const found = await readFriendsFile(file, () => undefined);
  if (found.kind !== 'copy') throw new Error('no copy');
  const { copy } = found;
  expect(copy.games.map(({ name, progress }) => [name, progress])).toEqual(
    titles.map(({ name, progress }) => [name, progress]),
  );
  expect(copy.accountId).toBe('9100001');
  expect(copy.trophies[0]).toMatchObject({ earned: [[0, expect.any(Number)]], open: [1] });
  expect(JSON.stringify(found)).not.toMatch(/lighthouse|short|backlog/);
  expect(await databaseNames()).toEqual(before);
  expect(friendsFile.parse(found)).toEqual(found);
});

test('the file of a year is read, packed or not', async () => {
  const text = await yearText();
  for (const bytes of [gzipSync(text), text]) {
    const found = await read(bytes);
    expect(found).toMatchObject({ kind: 'year', file: { account: 'Night' } });
    expect(friendsFile.parse(found)).toEqual(found);
  }
});

test('a file is refused for what it is, as a restoring refuses it', async () => {
  const text = await yearText();
  const scene = new SyncScene('9100002');
  await fillLibrary(scene);
  const copy = gunzipSync(Buffer.from(await (await saved(scene)).arrayBuffer())).toString();
  await expect(read('no copy')).rejects.toThrow('not-ours');
  await expect(read(gzipSync('{"schema":"other","version":1}\n'))).rejects.toThrow('not-ours');
  await expect(read(gzipSync(copy.slice(0, -100)))).rejects.toThrow('truncated');
  await expect(read(gzipSync(copy.replace('Game 1', 'Game 9')))).rejects.toThrow('damaged');
  await expect(read(gzipSync(text.slice(0, -20)))).rejects.toThrow('truncated');
  await expect(read(text.replace('"version":1', '"version":9'))).rejects.toThrow('newer-version');
  await expect(
    read(gzipSync(`{"schema":"trophy-shelf-year"${' '.repeat(2 ** 25)}`)),
  ).rejects.toThrow(/bomb|too-large/);
});
