import { joinBytes } from './block-digests';
import { copyHead } from './copy-head';
import { COPY_LIMITS } from './copy-limits';
import { CopyRefused } from './copy-refusal';
import { valueOf } from './copy-rows';
import { gunzipped } from './gunzipped';

type Bytes = Uint8Array<ArrayBuffer>;

const NEWLINE = 10;
/** Many times what a first line has. */
const LONGEST_HEAD = 2 ** 16;

/**
 * When a copy was made, by its first line: no more of it is read. Null where that is none of a copy; where the file itself
 * cannot be read the browser's own error is thrown.
 */
export async function copyMadeAt(file: Blob): Promise<number | null> {
  try {
    const line = await firstLine(file.stream());
    const head = copyHead.safeParse(valueOf(line ?? '', 'not-ours'));
    return head.success ? head.data.madeAt : null;
  } catch (thrown) {
    if (thrown instanceof CopyRefused) return null;
    throw thrown;
  }
}

async function firstLine(file: ReadableStream<Bytes>): Promise<string | null> {
  const pieces: Bytes[] = [];
  let bytes = 0;
  for await (const piece of gunzipped(file, COPY_LIMITS)) {
    const end = piece.indexOf(NEWLINE);
    pieces.push(end < 0 ? piece : piece.subarray(0, end));
    if (end >= 0) return new TextDecoder().decode(joinBytes(pieces));
    bytes += piece.length;
    if (bytes > LONGEST_HEAD) return null;
  }
  return null;
}
