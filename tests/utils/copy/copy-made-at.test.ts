import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { copyMadeAt } from '@/utils/copy/copy-made-at';
import { COPY_FACTS } from '../../support/copies';

const HEAD = JSON.stringify({
  ...{ schema: 'trophy-shelf-copy', version: 1, ...COPY_FACTS },
  tables: ['titles'],
});

/** Hardly to be packed: some megabytes. */
const NOISE = Array.from({ length: 1_500_000 }, (_, n) => ((n * 2_654_435_761) >>> 7) % 997).join(
  ' ',
);
/** What is read ahead by whoever unpacks is more than a line, and little of a file. */
const LITTLE = 400_000;

/** A file of these bytes in small pieces, and how much of it was read. */
function fileOf(bytes: Uint8Array<ArrayBuffer>): { file: Blob; read: () => number } {
  let at = 0;
  const file = new Blob([bytes]);
  file.stream = () =>
    new ReadableStream(
      {
        pull(controller) {
          const piece = bytes.slice(at, (at += 1_024));
          if (piece.length === 0) controller.close();
          else controller.enqueue(piece);
        },
      },
      { highWaterMark: 0 },
    );
  return { file, read: () => at };
}

function packed(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text));
}

test('the first line of a copy says when it was made, and no more of it is read', async () => {
  const bytes = packed(`${HEAD}\n${NOISE}\n`);
  expect(bytes.length).toBeGreaterThan(3 * LITTLE);
  const { file, read } = fileOf(bytes);
  expect(await copyMadeAt(file)).toBe(COPY_FACTS.madeAt);
  expect(read()).toBeLessThan(LITTLE);
});

test('of one that was cut off after it, it says so too', async () => {
  const { file } = fileOf(packed(`${HEAD}\n${NOISE}\n`).slice(0, 100_000));
  expect(await copyMadeAt(file)).toBe(COPY_FACTS.madeAt);
});

test('one that was unpacked when it was saved says so too', async () => {
  const { file } = fileOf(new TextEncoder().encode(`${HEAD}\n["titles",{}]\n`));
  expect(await copyMadeAt(file)).toBe(COPY_FACTS.madeAt);
});

test.each([
  ['nothing', new Uint8Array()],
  ['another file', new TextEncoder().encode('as large')],
  ['half a head', packed(HEAD.slice(0, 40))],
  ['another JSON', packed('{"madeAt":1}\n')],
  ['no line, however long', packed(NOISE)],
])('%s says nothing of it', async (_, bytes) => {
  const { file, read } = fileOf(bytes);
  expect(await copyMadeAt(file)).toBeNull();
  expect(read()).toBeLessThan(LITTLE);
});

test('a file that cannot be read is no answer', async () => {
  const file = new Blob();
  file.stream = () =>
    new ReadableStream({ start: (on) => on.error(new DOMException('', 'NotReadableError')) });
  await expect(copyMadeAt(file)).rejects.toThrow(DOMException);
});
