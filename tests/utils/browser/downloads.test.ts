import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { putOnDisk, type DownloadEnd } from '@/utils/browser/downloads';

/** What the browser says of the file, so many milliseconds after it was begun. */
let said: (after: number) => object;
let listed: number[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
  const begunAt = Date.now();
  listed = [];
  const downloads = {
    download: () => Promise.resolve(listed.push(7) && 7),
    search: () => Promise.resolve([said(Date.now() - begunAt)]),
    cancel: () => Promise.resolve(),
    erase: () => Promise.resolve((listed = [])),
  };
  Object.assign(fakeBrowser, { downloads });
  return () => vi.useRealTimers();
});

const IN_PROGRESS = { state: 'in_progress', filename: '/latest', bytesReceived: 0 };

async function ended(): Promise<{ end: DownloadEnd; after: number }> {
  const begunAt = Date.now();
  let end: DownloadEnd | null = null;
  void putOnDisk('blob:made', 'latest').then((known) => (end = known));
  for (let times = 0; end === null && times < 1_000; times++) {
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(listed).toEqual([]);
  return { end: end!, after: Date.now() - begunAt };
}

test('a slow disk is no browser that asks: it is waited for as long as more comes', async () => {
  said = (after) =>
    after < 65_000
      ? { ...IN_PROGRESS, bytesReceived: after }
      : { ...IN_PROGRESS, state: 'complete' };
  expect(await ended()).toMatchObject({ end: 'complete' });
});

test('a disk on which nothing comes any more has broken it off', async () => {
  said = () => ({ ...IN_PROGRESS, bytesReceived: 7 });
  const { end, after } = await ended();
  expect(end).toBe('interrupted');
  expect(after).toBeLessThan(40_000);
});

test('a browser that has given it no place asks for one, whatever it has of it', async () => {
  said = (after) => ({ ...IN_PROGRESS, filename: '', bytesReceived: after });
  const { end, after } = await ended();
  expect(end).toBe('asks');
  expect(after).toBeLessThan(15_000);
});
