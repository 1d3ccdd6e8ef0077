import { expect, test } from 'vitest';
import { doneFirst } from '@/entrypoints/background/readiness';

test('what comes first is done once, and again after storage has refused it', async () => {
  let calls = 0;
  let works = false;
  const ready = doneFirst(() => {
    calls++;
    return works ? Promise.resolve() : Promise.reject(new Error('no'));
  });

  await Promise.all([expect(ready()).rejects.toThrow(), expect(ready()).rejects.toThrow()]);
  expect(calls).toBe(1);

  works = true;
  await Promise.all([ready(), ready()]);
  await ready();
  expect(calls).toBe(2);
});
