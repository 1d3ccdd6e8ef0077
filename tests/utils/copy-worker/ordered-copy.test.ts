import { expect, test, vi } from 'vitest';
import {
  carryOutOrder,
  copyOrder,
  type CopyOrder,
  type SaveOrdered,
} from '@/utils/copy-worker/ordered-copy';
import { saveNamedCopy } from '@/utils/copy-worker/save-copy';
import { LibraryDatabase } from '@/utils/database/database';
import { holdsFewer, type CopyOutcome } from '@/utils/domain/copies/copy-figures';
import { payloads } from '@/utils/messaging/payloads';
import { putRaw } from '../../support/raw-rows';
import { SyncScene } from '../../support/sync-scene';
import { aPlayedGame } from '../../support/titles';

const AT = Date.UTC(2027, 2, 14);

async function aLibrary(): Promise<{ scene: SyncScene; order: CopyOrder }> {
  const scene = new SyncScene();
  for (const n of [3, 2, 1]) scene.addTitle({ n, daysAgo: n });
  await scene.syncByHand();
  const { accountId } = scene;
  const order = {
    ...{ accountId, product: '1.0', device: 'a1', fileMark: 'b2', at: AT, settings: {} },
    ...{ before: null, digest: null, lastAt: null },
  };
  return { scene, order };
}

/** As it comes from the address of a page without a window, and as it goes to the background. */
async function carriedOut(order: CopyOrder): Promise<CopyOutcome> {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made');
  const read = copyOrder.parse(JSON.parse(JSON.stringify(order)));
  const outcome = await carryOutOrder(read, (toSave) => saveNamedCopy(toSave, () => undefined));
  const told: unknown = JSON.parse(JSON.stringify({ mark: 'm', outcome }));
  expect(payloads.copyMade.parse(told)).toStrictEqual(told);
  return outcome;
}

test('a copy is made of what is there, with names for the disk', async () => {
  const { order } = await aLibrary();
  const outcome = await carriedOut(order);
  expect(outcome).toMatchObject({ kind: 'file', url: 'blob:made', figures: { games: 3 } });
  expect(outcome.names).toHaveLength(2);
});

test('of the same library none is made, and of another one is', async () => {
  const { scene, order } = await aLibrary();
  const { digest } = await carriedOut(order);
  expect((await carriedOut({ ...order, digest })).kind).toBe('same');
  const library = new LibraryDatabase(scene.accountId);
  await library.titles.update(scene.id(1), { playSeconds: 7_777 });
  library.close();
  expect((await carriedOut({ ...order, digest })).kind).toBe('file');
});

test('what is in no title makes it another one too: hours by day, games without trophies, settings', async () => {
  const { scene, order } = await aLibrary();
  const month = '2027-03';
  const said = aPlayedGame({ npTitleId: 'PPSA90001_00' });
  const played = { ...said, npCommunicationIds: [], matched: 1 as const, refusal: null };
  let library = new LibraryDatabase(scene.accountId);
  await library.playedGames.put(played);
  await library.playDays.put({ npTitleId: played.npTitleId, month, days: [[1, 60, 1]] });
  library.close();
  const { digest } = await carriedOut(order);
  const again = { ...order, digest };
  expect((await carriedOut(again)).kind).toBe('same');

  // A setting alone, such as a saved view.
  expect((await carriedOut({ ...again, settings: { syncHour: 5 } })).kind).toBe('file');
  library = new LibraryDatabase(scene.accountId);
  const days = { npTitleId: played.npTitleId, month };
  await library.playDays.put({
    ...days,
    days: [
      [1, 60, 1],
      [2, 90, 2],
    ],
  });
  expect((await carriedOut(again)).kind).toBe('file');
  await library.playDays.put({ ...days, days: [[1, 60, 1]] });
  expect((await carriedOut(again)).kind).toBe('same');
  await library.playedGames.put({ ...played, playSeconds: 90 });
  library.close();
  expect((await carriedOut(again)).kind).toBe('file');
});

test.each<[string, (library: LibraryDatabase) => PromiseLike<unknown>]>([
  [
    'a day on which nothing was played',
    ({ playedListDays }) => playedListDays.put({ month: '2027-03', days: [1, 2] }),
  ],
  [
    'a level',
    ({ overview }) => overview.toCollection().modify({ 'summary.trophyLevel': 401 } as object),
  ],
  [
    'another name',
    ({ overview }) => overview.toCollection().modify({ 'player.onlineId': 'Night' } as object),
  ],
])('so does %s', async (_, change) => {
  const { scene, order } = await aLibrary();
  const library = new LibraryDatabase(scene.accountId);
  await library.playedListDays.put({ month: '2027-03', days: [1] });
  const { digest } = await carriedOut(order);
  expect((await carriedOut({ ...order, digest })).kind).toBe('same');
  await change(library);
  library.close();
  expect((await carriedOut({ ...order, digest })).kind).toBe('file');
});

test('a library with less than the last copy is only counted', async () => {
  const { order } = await aLibrary();
  const before = { games: 4, notes: 0, pins: 0, picks: 0, marks: 0 };
  const outcome = await carriedOut({ ...order, before });
  expect(outcome).toMatchObject({ kind: 'smaller', url: '', figures: { games: 3 } });
});

test('what cannot be read any more is not left out of the place of the last copy', async () => {
  const { scene, order } = await aLibrary();
  const { figures } = await carriedOut(order);
  const library = new LibraryDatabase(scene.accountId);
  for (const month of [1, 2, 3])
    await putRaw(library, 'playDays', { npTitleId: 'X', month, days: month === 1 ? 'no' : [] });
  const save = vi.fn<SaveOrdered>();
  const outcome = await carryOutOrder({ ...order, before: figures }, save);
  expect(outcome).toMatchObject({ kind: 'smaller', url: '', names: [] });
  // After each sync it would be made whole, and thrown away.
  expect(save).not.toHaveBeenCalled();
  expect(holdsFewer(outcome.figures, figures)).toBe(false);
  // The first, and one that the player wants all the same.
  expect((await carriedOut(order)).kind).toBe('file');
});

test('where there is no library there is no copy', async () => {
  const { order } = await aLibrary();
  expect((await carriedOut({ ...order, accountId: '404' })).kind).toBe('failed');
});
