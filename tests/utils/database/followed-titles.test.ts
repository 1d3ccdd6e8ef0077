import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LibraryDatabase } from '@/utils/database/database';
import { PATIENCE } from '@/utils/database/followed-query';
import { createLibrary } from '@/utils/database/open-library';
import { LibraryQueries, type ReadTitles } from '@/utils/database/queries';
import { aLibraryTitle } from '../../support/library-titles';
import { putRaw } from '../../support/raw-rows';

let library: LibraryDatabase;
let accounts = 0;
let followed: { latest: () => ReadTitles | undefined; stop: () => void };

const title = (id: string, lastPlayedAt: number, name = id) =>
  aLibraryTitle({ npCommunicationId: id, lastPlayedAt, name });
const names = (): string[] | undefined => followed.latest()?.titles.map(({ name }) => name);

function follow(accountId: string): typeof followed {
  const queries = new LibraryQueries(accountId, false, { ...PATIENCE, rest: 0 });
  let latest: ReadTitles | undefined;
  const subscription = queries.titles().subscribe({
    next: (titles) => (latest = titles),
    missing: () => undefined,
    failed: () => undefined,
  });
  return {
    latest: () => latest,
    stop: () => {
      subscription.unsubscribe();
      queries.close();
    },
  };
}

beforeEach(async () => {
  const accountId = `followed-${String(++accounts)}`;
  library = await createLibrary(accountId);
  await library.titles.bulkPut([title('A', 1), title('B', 2), title('C', 3)]);
  followed = follow(accountId);
  await expect.poll(() => names()).toStrictEqual(['C', 'B', 'A']);
});

afterEach(async () => {
  vi.restoreAllMocks();
  followed.stop();
  await library.delete();
});

test('a change of some titles reads those, and neither reads nor counts the others', async () => {
  const all = vi.spyOn(IDBIndex.prototype, 'getAll');
  const some = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const one = vi.spyOn(IDBObjectStore.prototype, 'get');
  const count = vi.spyOn(IDBObjectStore.prototype, 'count');

  await library.titles.put(title('A', 1, 'A again'));
  await expect.poll(() => names()).toStrictEqual(['C', 'B', 'A again']);
  expect([all, some, count].flatMap(({ mock }) => mock.calls)).toStrictEqual([]);
  expect(one.mock.calls).toStrictEqual([['A']]);
});

test('what is said no more of a title is gone from it', async () => {
  const marked = { status: 'retired', hide: true, unobtainable: 'game', tags: ['co-op'] } as const;
  const first = () => followed.latest()?.titles[0];
  await library.titles.put({ ...title('C', 3), ...marked, tags: [...marked.tags] });
  await expect.poll(first).toMatchObject(marked);

  await library.titles.put(title('C', 3));
  await expect.poll(first).toStrictEqual(title('C', 3));
});

test('what is played, comes and goes stands where the index has it', async () => {
  await library.titles.bulkPut([title('A', 4), title('D', 3)]);
  await expect.poll(() => names()).toStrictEqual(['A', 'D', 'C', 'B']);

  await library.titles.bulkDelete(['A', 'B']);
  await expect.poll(() => names()).toStrictEqual(['D', 'C']);
});

test('many at once are read with all the others', async () => {
  await library.titles.bulkPut(
    Array.from({ length: 60 }, (_, n) => title(`N${String(n)}`, 100 + n)),
  );
  await expect.poll(() => names()).toHaveLength(63);
  expect(names()?.slice(0, 2)).toStrictEqual(['N59', 'N58']);
});

test('what is written and says the same stays the same object, and so does a list of nothing new', async () => {
  const before = followed.latest()!.titles;
  await library.titles.bulkPut([title('A', 1), title('B', 2, 'B again')]);
  await expect.poll(() => names()).toStrictEqual(['C', 'B again', 'A']);
  const [c, b, a] = followed.latest()!.titles;
  expect([c, a].map((same, at) => same === before[2 * at])).toStrictEqual([true, true]);

  const told = followed.latest();
  await library.titles.bulkPut([title('C', 3), title('A', 1)]);
  await expect.poll(() => followed.latest()).not.toBe(told);
  expect(followed.latest()?.titles).toBe(told?.titles);

  await library.titles.bulkPut(Array.from({ length: 60 }, (_, n) => title(`N${String(n)}`, 0)));
  await expect.poll(() => names()).toHaveLength(63);
  expect(followed.latest()?.titles.slice(0, 3)).toStrictEqual([c, b, a]);
  expect(followed.latest()?.titles[0]).toBe(c);
});

test('a title that cannot be read any more is counted, and shown again once it can', async () => {
  await putRaw(library, 'titles', { ...title('B', 2), name: null });
  await library.titles.put(title('A', 1, 'A again'));
  await library.titles.update('C', { name: 'C again' });
  await expect.poll(() => names()).toContain('C again');

  await library.titles.put(title('B', 2, 'B again'));
  await expect.poll(() => names()).toStrictEqual(['C again', 'B again', 'A again']);
  expect(followed.latest()?.unreadable).toBe(0);
});

test('whatever is written, what is followed is what is there', async () => {
  const ids = ['A', 'B', 'C', 'D', 'E'];
  const write = fc.record({
    id: fc.constantFrom(...ids),
    at: fc.integer({ min: 1, max: 4 }),
    isDeleted: fc.boolean(),
  });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 6 }), async (writes) => {
      for (const { id, at, isDeleted } of writes) {
        number += 1;
        if (isDeleted) await library.titles.delete(id);
        // Some while what came before is being read.
        else void library.titles.put(title(id, at, `${id} ${String(number)}`));
      }
      await library.titles.count();
      const there = await library.titles.orderBy('lastPlayedAt').reverse().toArray();
      await expect.poll(() => followed.latest()?.titles).toStrictEqual(there);
    }),
    { numRuns: 30 },
  );
});
