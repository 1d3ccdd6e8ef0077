import { expect, onTestFinished, test } from 'vitest';
import { startExportWorker } from '@/components/settings/start-export-worker';

test('the worker makes nothing of what no page of ours asks for, and says so', async () => {
  const worker = startExportWorker();
  onTestFinished(() => worker.terminate());
  for (const said of [{}, null, 'games', { accountId: '1', isPrivate: false }]) {
    const answer = Promise.withResolvers<unknown>();
    worker.onmessage = ({ data }: MessageEvent<unknown>) => answer.resolve(data);
    worker.onerror = () => answer.reject(new Error('no script'));
    worker.postMessage(said);
    expect(await answer.promise).toEqual({ kind: 'failed', failure: { cause: 'unexpected' } });
  }
});
