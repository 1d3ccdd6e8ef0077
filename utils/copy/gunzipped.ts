import { HARMLESS, type CopyLimits } from './copy-limits';
import { CopyRefused } from './copy-refusal';

type Bytes = Uint8Array<ArrayBuffer>;

/** So much is expanded at once: a bomb makes a thousand times as much of it, and no more. */
const SLICE = 2 ** 12;

/** What a file begins with that is not packed. */
const BRACE = 0x7b;

export interface CopyReading {
  signal?: AbortSignal;
  /** Of the whole file, where that is known: by it one that is too large is called that, whatever is behind its copy. */
  size?: number;
  /** Is told how many bytes of the file were read so far. */
  onProgress?: (bytes: number) => void;
}

/**
 * What a gzipped file expands to, piece by piece; one that somebody's browser has unpacked when it was saved is that
 * already. Where the file itself cannot be read any more that is no refusal: the browser's own error is thrown.
 */
export async function* gunzipped(
  file: ReadableStream<Uint8Array>,
  limits: CopyLimits,
  reading: CopyReading = {},
): AsyncGenerator<Bytes, void, void> {
  reading.signal?.throwIfAborted();
  const bytes = file.getReader();
  const first = await bytes.read();
  const isPlain = first.value?.[0] === BRACE;
  const source = new FileSlices(bytes, first, isPlain ? limits.expanded : limits.bytes, reading);
  // What it is written in is any bytes, and the compiler's type is of its own view of them.
  const expander = new DecompressionStream('gzip') as ReadableWritablePair<Bytes, Bytes>;
  const reader = (isPlain ? source.slices : source.slices.pipeThrough(expander)).getReader();
  let expanded = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      expanded += value.length;
      if (expanded > limits.expanded) throw new CopyRefused('too-large');
      const most = Math.max(HARMLESS, source.bytes * limits.ratio);
      if (expanded > most) throw new CopyRefused('bomb');
      yield value;
    }
  } catch (thrown) {
    throw thrown instanceof CopyRefused ? thrown : source.errorFor(thrown);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The bytes of a file in slices, and what became of reading them. */
class FileSlices {
  bytes = 0;
  readonly slices: ReadableStream<Bytes>;
  #isEnded = false;
  #error: unknown = null;

  constructor(
    file: ReadableStreamDefaultReader<Uint8Array>,
    first: ReadableStreamReadResult<Uint8Array>,
    most: number,
    reading: CopyReading,
  ) {
    const pieces = this.#read(file, first, most, reading);
    const slices: UnderlyingDefaultSource<Bytes> = {
      pull: async (controller) => {
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await pieces.return();
      },
    };
    // Nothing is read ahead: the end is met once the last slice was expanded, or was not to be.
    this.slices = new ReadableStream(slices, { highWaterMark: 0 });
  }

  /** What is to be said where expanding came to this. */
  errorFor(thrown: unknown): unknown {
    if (this.#error !== null) return this.#error;
    // A decompressor says no more of its input than this.
    if (!(thrown instanceof TypeError)) return thrown;
    return new CopyRefused(this.#isEnded ? 'truncated' : 'damaged');
  }

  async *#read(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    first: ReadableStreamReadResult<Uint8Array>,
    most: number,
    { signal, onProgress, size = 0 }: CopyReading,
  ): AsyncGenerator<Bytes, void, void> {
    try {
      for (let next = first; !next.done; next = await reader.read()) {
        signal?.throwIfAborted();
        const { value } = next;
        if (this.bytes === 0 && !isOurs(value)) throw new CopyRefused('not-ours');
        if (Math.max(size, this.bytes + value.length) > most) throw new CopyRefused('too-large');
        for (let at = 0; at < value.length; at += SLICE) {
          signal?.throwIfAborted();
          const slice = new Uint8Array(value.subarray(at, at + SLICE));
          this.bytes += slice.length;
          yield slice;
        }
        onProgress?.(this.bytes);
      }
      this.#isEnded = true;
    } catch (thrown) {
      this.#error = thrown;
      throw thrown;
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }
}

/** By the two bytes with which each gzipped file begins, or the one of what is in it. */
function isOurs(start: Uint8Array): boolean {
  const isPacked = start[0] === 0x1f && (start[1] ?? 0x8b) === 0x8b;
  return start.length === 0 || start[0] === BRACE || isPacked;
}
