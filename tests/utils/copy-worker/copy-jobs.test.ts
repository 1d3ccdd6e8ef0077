import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CopyJobs } from '@/utils/copy-worker/copy-jobs';

const posted: unknown[] = [];
const terminate = vi.fn();

beforeEach(() => {
  posted.length = 0;
  terminate.mockClear();
  vi.stubGlobal(
    'Worker',
    class {
      terminate = terminate;
      postMessage = (job: unknown) => void posted.push(job);
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a worker that is closed while it reads ends at once: the next reads into the same place', async () => {
  const jobs = new CopyJobs();
  void jobs.read(new Blob(['a copy']), 1, () => undefined);
  await expect.poll(() => posted).toHaveLength(1);
  void jobs.close();
  expect(terminate).toHaveBeenCalledOnce();
});
