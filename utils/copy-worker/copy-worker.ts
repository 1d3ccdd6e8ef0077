import { CopyRefused } from '../copy/copy-refusal';
import { failureOf } from '../domain/failure';
import { copyJob, type CopyAnswer, type CopyJob } from './answers';
import { checkCopy, CopyToRestore } from './restore-copy';
import { readFriendsFile } from './read-friends-file';
import { saveNamedCopy } from './save-copy';

/** The copy that the player looks at. */
let copy: CopyToRestore | null = null;

function answer(said: CopyAnswer): void {
  postMessage(said);
}

function tell(part: number): void {
  answer({ part });
}

async function carriedOut(job: Exclude<CopyJob, { do: 'close' }>): Promise<unknown> {
  if (job.do === 'save') return saveNamedCopy(job, tell);
  if (job.do === 'check') return checkCopy(job.file, job.now, tell);
  if (job.do === 'compare') return readFriendsFile(job.file, tell);
  if (job.do === 'plan') return copy?.plan(job);
  copy = await CopyToRestore.read(job.file, tell);
  return copy.about();
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const job = copyJob.safeParse(data);
  if (!job.success) return answer({ failed: { cause: 'unexpected', during: 'copy' } });
  if (job.data.do === 'close') {
    copy?.close();
    return answer({ closed: true });
  }
  carriedOut(job.data).then(
    (done) => answer({ done }),
    (thrown: unknown) =>
      answer(
        thrown instanceof CopyRefused ? { refused: thrown.refusal } : { failed: failureOf(thrown) },
      ),
  );
});
