import { BLOCK_BYTES, BlockDigests, joinBytes } from './block-digests';
import { withColumns, type CopyForm, type TableRows } from './copy-form';
import type { CopyEnd, CopyHead } from './copy-head';

/** What is said of a file by whoever makes it. */
export type CopyFacts = Omit<CopyHead, 'schema' | 'version' | 'tables'>;

interface Writing {
  signal?: AbortSignal;
  /** Is told after each block how many rows there are so far. */
  onProgress?: (rows: number) => void;
}

type Block = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/**
 * A file of rows, gzipped: a line for what it is, a line a row, a line that says how many there were. It is made while
 * it is read, and has no more than two blocks in memory.
 */
export function writeCopy<Name extends string>(
  form: CopyForm<Name>,
  facts: CopyFacts,
  tables: AsyncIterable<TableRows<Name>>,
  { signal, onProgress }: Writing = {},
): ReadableStream<Block> {
  const blocks = blocksOf(form, facts, tables, onProgress);
  const lines = new ReadableStream<Block>({
    async pull(controller) {
      const next = await blocks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await blocks.return();
    },
  });
  return lines.pipeThrough(new CompressionStream('gzip'), signal === undefined ? {} : { signal });
}

async function* blocksOf<Name extends string>(
  form: CopyForm<Name>,
  facts: CopyFacts,
  tables: AsyncIterable<TableRows<Name>>,
  onProgress: Writing['onProgress'],
): AsyncGenerator<Block, void, void> {
  const names = Object.keys(form.tables);
  const counts = new Map(names.map((name) => [name, 0]));
  const digests = new BlockDigests();
  const lines = new Lines();
  lines.add({ schema: form.schema, version: form.version, ...facts, tables: names });
  let written = 0;
  for await (const { table, rows } of tables) {
    const { columns } = form.tables[table];
    for (const row of rows) {
      lines.add([table, withColumns(row, columns)]);
      counts.set(table, (counts.get(table) ?? 0) + 1);
      written++;
      if (lines.bytes < BLOCK_BYTES) continue;
      const block = lines.take();
      await digests.add(block);
      yield block;
      onProgress?.(written);
    }
  }
  const last = lines.take();
  if (last.length > 0) await digests.add(last);
  const end: CopyEnd = { counts: Object.fromEntries(counts), sha256: await digests.whole() };
  lines.add(end);
  yield joinBytes([last, lines.take()]);
  onProgress?.(written);
}

/** The lines of a block, while it grows. */
class Lines {
  #lines: Block[] = [];
  bytes = 0;

  add(value: CopyHead | CopyEnd | [table: string, row: Record<string, unknown>]): void {
    const line = encoder.encode(`${JSON.stringify(value)}\n`);
    this.#lines.push(line);
    this.bytes += line.length;
  }

  take(): Block {
    const block = joinBytes(this.#lines);
    [this.#lines, this.bytes] = [[], 0];
    return block;
  }
}
