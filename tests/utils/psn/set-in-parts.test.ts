import { afterEach, expect, test, vi } from 'vitest';
import { FailureError, failureOf, type Failure } from '@/utils/domain/failure';
import { SonyLibrary, type PartSizes } from '@/utils/psn/library';
import { ACCESS } from '../../support/answering-sony';
import { shortenWaits } from '../../support/shorten-waits';

const SET = { npCommunicationId: 'NPWR00001_00', npServiceName: 'trophy' };
const DOWN: Failure = { cause: 'sony-down', status: 500 };

/** Which trophies were asked for, in order: from which, and how many; the whole is without an end. */
const asked: [from: number, count: number][] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});

/** Sony with a set of so many trophies, of which it does not hand out some. */
function sonyWith(count: number, fails: (from: number, limit: number) => Failure | null): void {
  vi.stubGlobal('fetch', (address: string) => {
    const query = new URL(address).searchParams;
    const from = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? Infinity);
    asked.push([from, limit]);
    const failure = fails(from, limit);
    if (failure !== null) return Promise.reject(new FailureError(failure));
    const ids = Array.from({ length: count }, (_, n) => n).slice(from, from + limit);
    const trophies = ids.map((trophyId) => ({ trophyId, trophyType: 'bronze', earned: false }));
    const next = from + ids.length;
    const nextOffset = next < count && ids.length > 0 ? { nextOffset: next } : {};
    return Promise.resolve(Response.json({ trophies, ...nextOffset, totalItemCount: count }));
  });
}

const all = (count: number) => Array.from({ length: count }, (_, trophyId) => ({ trophyId }));

test('a set of which parts fail too is asked for in smaller ones, and from then on in those at once', async () => {
  shortenWaits();
  sonyWith(80, (_, limit) => (limit > 30 ? DOWN : null));
  const parts: PartSizes = new Map();
  const { rows, unread, missing } = await new SonyLibrary(ACCESS, undefined, parts).definitions(
    SET,
  );
  expect({ rows, unread, missing }).toMatchObject({ rows: all(80), unread: [], missing: 0 });
  expect(asked.length).toBeLessThan(20);

  asked.length = 0;
  const earned = await new SonyLibrary(ACCESS, undefined, parts).earned(SET, 0);
  expect(earned).toMatchObject({ rows: all(80), unread: [], missing: 0 });
  expect(asked).toStrictEqual([
    [0, 25],
    [25, 25],
    [50, 25],
    [75, 25],
  ]);
});

test('a worker that starts anew need not find out in which parts a set comes', async () => {
  shortenWaits();
  sonyWith(80, (_, limit) => (limit > 60 ? DOWN : null));
  const worker = async () => {
    vi.resetModules();
    const { partSizes } = await import('@/utils/browser/part-sizes');
    return new SonyLibrary(ACCESS, undefined, partSizes);
  };
  await (await worker()).definitions(SET);
  asked.length = 0;
  await (await worker()).earned(SET, 0);
  expect(asked).toStrictEqual([
    [0, 50],
    [50, 50],
  ]);

  // Once neither the whole nor a part comes, the whole is tried again.
  sonyWith(80, () => DOWN);
  for (let tries = 0; tries < 2; tries++)
    await (await worker()).earned(SET, 0).catch(() => undefined);
  sonyWith(80, () => null);
  asked.length = 0;
  await (await worker()).earned(SET, 0);
  expect(asked[0]).toStrictEqual([0, Infinity]);
});

test.each([0, 1, 33, 49, 50, 79])(
  'a trophy that Sony fails over (the %s. of 80) costs itself only',
  async (failing) => {
    shortenWaits();
    sonyWith(80, (from, limit) => (from <= failing && failing < from + limit ? DOWN : null));
    const { rows, unread, missing } = await new SonyLibrary(ACCESS).earned(SET, 0);
    expect(rows.map(({ trophyId }) => trophyId)).toStrictEqual(
      all(80).flatMap(({ trophyId }) => (trophyId === failing ? [] : [trophyId])),
    );
    expect({ unread, missing }).toStrictEqual({
      unread: [{ id: null, fields: ['(whole)'] }],
      missing: 0,
    });
  },
);

test('a set that is not to be had is tried with a part, and with what is behind it', async () => {
  sonyWith(40, () => DOWN);
  const ask = () => new SonyLibrary(ACCESS).definitions(SET).then(() => null, failureOf);
  expect(await ask()).toMatchObject(DOWN);
  expect(asked).toStrictEqual([
    [0, Infinity],
    [0, 50],
    [50, 1],
  ]);
});

test('a set over which Sony is silent is tried with less the next time, and then as a whole again', async () => {
  sonyWith(40, () => ({ cause: 'no-answer' }));
  const library = new SonyLibrary(ACCESS);
  shortenWaits();
  for (let tries = 0; tries < 3; tries++) await library.definitions(SET).catch(() => undefined);
  const limits = asked.map(([, limit]) => limit);
  expect(limits).toStrictEqual([Infinity, 50, 25, 25, Infinity, 50]);
});
