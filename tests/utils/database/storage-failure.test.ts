import { afterEach, describe, expect, test, vi } from 'vitest';
import { storable, storageFailure, writtenWithRoom } from '@/utils/database/storage-failure';
import { FailureError } from '@/utils/domain/failure';

test.each([
  ['QuotaExceededError', 'storage-full'],
  ['VersionError', 'storage-newer'],
  ['UnknownError', 'storage-damaged'],
  ['InvalidStateError', 'storage-unavailable'],
  ['SecurityError', 'storage-unavailable'],
])('%s is %s, also inside an error of Dexie’s', (name, cause) => {
  const error = new DOMException('a text of the browser', name);
  expect(storageFailure(error).failure).toEqual({ cause });
  expect(storageFailure({ name: 'OpenFailedError', inner: error }).failure).toEqual({ cause });
});

test('a failure of our own stays what it is, and nothing of a foreign text is kept', async () => {
  const own = new FailureError({ cause: 'offline' });
  expect(storageFailure(own)).toBe(own);
  await expect(storable(Promise.reject(new Error('a path on this disk')))).rejects.toThrow(
    /^storage-unavailable$/,
  );
});

describe('on a disk with room for less than the browser writes at once', () => {
  afterEach(() => vi.restoreAllMocks());

  function leave(bytes: number): void {
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({
      quota: 600_000 + bytes,
      usage: 600_000,
    });
  }

  test('what Chromium calls an unknown error, or no error at all, is that', async () => {
    leave(4_000_000);
    for (const name of ['UnknownError', 'AbortError', 'DatabaseClosedError']) {
      const failing = storable(Promise.reject(new DOMException('of the browser', name)));
      await expect(failing).rejects.toThrow(/^storage-full$/);
    }
    const newer = storable(Promise.reject(new DOMException('of the browser', 'VersionError')));
    await expect(newer).rejects.toThrow(/^storage-newer$/);
  });

  test('nothing is written: half of it could cost all that is stored', async () => {
    const write = vi.fn(() => Promise.resolve('written'));
    leave(4_000_000);
    await expect(writtenWithRoom(write)).rejects.toThrow(/^storage-full$/);
    expect(write).not.toHaveBeenCalled();

    leave(400_000_000);
    await expect(writtenWithRoom(write)).resolves.toBe('written');
  });

  test('where there was plenty it is not asked before every write, but every second', async () => {
    vi.resetModules();
    const anew = await import('@/utils/database/storage-failure');
    const write = vi.fn(() => Promise.resolve('written'));
    // Long ago: other tests go by the module that this one leaves.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(-1e9);
    leave(400_000_000);
    await anew.writtenWithRoom(write);
    leave(4_000_000);
    await anew.writtenWithRoom(write);
    expect(write).toHaveBeenCalledTimes(2);

    clock.mockReturnValue(-1e9 + 1_000);
    await expect(anew.writtenWithRoom(write)).rejects.toThrow(/^storage-full$/);
  });

  test('a browser that does not say how much room there is may write', async () => {
    vi.spyOn(navigator.storage, 'estimate').mockRejectedValue(new TypeError('of the browser'));
    await expect(writtenWithRoom(() => Promise.resolve('written'))).resolves.toBe('written');
  });
});
