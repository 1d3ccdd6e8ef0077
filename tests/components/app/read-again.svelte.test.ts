import { expect, test } from 'vitest';
import { readAgainAfter } from '@/components/app/read-again.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { aNewRun } from '@/utils/domain/sync/sync-run';

test('a reading that takes long is waited for by the next, and none comes after the end', async () => {
  const database = new LibraryDatabase('read-again');
  const readings: PromiseWithResolvers<void>[] = [];
  const stop = $effect.root(() =>
    readAgainAfter(
      () => () => true,
      () => {
        const reading = Promise.withResolvers<void>();
        readings.push(reading);
        return reading.promise;
      },
    ),
  );
  await expect.poll(() => readings).toHaveLength(1);
  await database.syncRuns.put(aNewRun(1, 'daily', false));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(readings).toHaveLength(1);
  readings[0]?.resolve();
  await expect.poll(() => readings).toHaveLength(2);

  await database.syncRuns.put(aNewRun(2, 'daily', false));
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  stop();
  readings[1]?.resolve();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(readings).toHaveLength(2);
  database.close();
});
