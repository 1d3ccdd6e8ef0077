import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { putOnDisk, type DownloadEnd } from '@/utils/browser/downloads';

/** What the browser says of the file, so many milliseconds after it was begun. */
let said: (after: number) => object;
let listed: number[];
/** What the player, or another extension, has taken off the list. */
let isTakenOff: boolean;
let tell: ((delta: object) => void)[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
  const begunAt = Date.now();
  [listed, isTakenOff, tell] = [[], false, []];
  const downloads = {
    download: () => Promise.resolve(listed.push(7) && 7),
    search: () => Promise.resolve(isTakenOff ? [] : [said(Date.now() - begunAt)]),
    onChanged: {
      addListener: (listener: (delta: object) => void) => void tell.push(listener),
      removeListener: (listener: (delta: object) => void) =>
        (tell = tell.filter((each) => each !== listener)),
    },
    cancel: () => Promise.resolve(),
    erase: () => Promise.resolve((listed = [])),
  };
  Object.assign(fakeBrowser, { downloads });
  return () => vi.useRealTimers();
});

const IN_PROGRESS = {
  ...{ state: 'in_progress', filename: '/latest', bytesReceived: 0 },
  ...{ totalBytes: 70_000, fileSize: -1 },
};

async function ended(): Promise<{ end: DownloadEnd; after: number }> {
  const begunAt = Date.now();
  let end: DownloadEnd | null = null;
  void putOnDisk('blob:made', 'latest').then((known) => (end = known));
  for (let times = 0; end === null && times < 1_000; times++) {
    await vi.advanceTimersByTimeAsync(500);
  }
  expect([listed, tell]).toEqual([[], []]);
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

test.each([70_000, 20_480, 0])(
  'one of 70,000 bytes that is called complete is so where %i of them lie on the disk',
  async (fileSize) => {
    said = () => ({ ...IN_PROGRESS, state: 'complete', fileSize });
    expect(await ended()).toMatchObject({ end: fileSize === 70_000 ? 'complete' : 'interrupted' });
  },
);

test('a browser that has given it no place asks for one, whatever it has of it', async () => {
  said = (after) => ({ ...IN_PROGRESS, filename: '', bytesReceived: after });
  const { end, after } = await ended();
  expect(end).toBe('asks');
  expect(after).toBeLessThan(15_000);
});

test.each([
  ['complete', 'complete'],
  ['interrupted', 'interrupted'],
] as const)('one that is taken off the list once it is %s has ended so', async (state, end) => {
  said = () => {
    isTakenOff = true;
    tell.forEach((listener) => listener({ id: 7, state: { current: state } }));
    return { ...IN_PROGRESS, bytesReceived: 7 };
  };
  expect(await ended()).toMatchObject({ end });
});

test('one that is off the list, and of which nothing is told, is not counted on', async () => {
  said = () => {
    isTakenOff = true;
    tell.forEach((listener) => listener({ id: 8, state: { current: 'complete' } }));
    return IN_PROGRESS;
  };
  expect(await ended()).toMatchObject({ end: 'interrupted' });
});
