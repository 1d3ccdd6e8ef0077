import { BLOCK_BYTES, joinBytes } from './block-digests';
import { CopyRefused } from './copy-refusal';

type Bytes = Uint8Array<ArrayBuffer>;

const NEWLINE = 10;

/** Whole lines, in the blocks in which they were written, and at the end what is left. */
export async function* lineBlocks(
  pieces: AsyncIterable<Bytes>,
  longestLine: number,
): AsyncGenerator<Bytes, void, void> {
  let block: Bytes[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    let rest = piece;
    for (;;) {
      // A block ends with the line with which it reaches its size.
      const end = rest.indexOf(NEWLINE, Math.max(0, BLOCK_BYTES - 1 - bytes)) + 1;
      if (end === 0) break;
      block.push(rest.subarray(0, end));
      yield joinBytes(block);
      [block, bytes, rest] = [[], 0, rest.subarray(end)];
    }
    block.push(rest);
    bytes += rest.length;
    if (bytes > BLOCK_BYTES + longestLine) throw new CopyRefused('too-large');
  }
  if (bytes > 0) yield joinBytes(block);
}
