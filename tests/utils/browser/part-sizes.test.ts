import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, test, vi } from 'vitest';
import { partSizes } from '@/utils/browser/part-sizes';

const ids = ['NPWR00001_00', 'NPWR00002_00'] as const;

test('of two sets that are asked for at once each has its size', async () => {
  await Promise.all([partSizes.set(ids[0], 50), partSizes.set(ids[1], 25)]);
  expect([await partSizes.get(ids[0]), await partSizes.get(ids[1])]).toStrictEqual([50, 25]);
  await Promise.all([partSizes.delete(ids[0]), partSizes.set(ids[1], 50)]);
  expect([await partSizes.get(ids[0]), await partSizes.get(ids[1])]).toStrictEqual([undefined, 50]);
});

test('a set is fetched also where its size cannot be stored', async () => {
  const full = new Error('The area is full.');
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(full);
  vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(full);
  await partSizes.set(ids[0], 50);
  await partSizes.delete(ids[0]);
  expect(await partSizes.get(ids[0])).toBeUndefined();
});
