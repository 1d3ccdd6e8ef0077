import { expect, test } from 'vitest';
import { storable, storageFailure } from '@/utils/database/storage-failure';
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
