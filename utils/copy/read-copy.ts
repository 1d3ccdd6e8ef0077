import type { z } from 'zod/mini';
import { BlockDigests } from './block-digests';
import type { CopyForm, TableRows } from './copy-form';
import { copyEnd, copyHead, copyKind, type CopyEnd, type CopyHead } from './copy-head';
import { COPY_LIMITS, type CopyLimits } from './copy-limits';
import { CopyRefused, type CopyRefusal } from './copy-refusal';
import { CopyRows, valueOf } from './copy-rows';
import { gunzipped, type CopyReading } from './gunzipped';
import { lineBlocks } from './line-blocks';
import { unsoundnessOf } from './sound-value';

/** What a file was, once it was read to its end and is whole. */
export interface CopyReport<Name extends string = string> {
  head: CopyHead;
  /** Rows that could be read, and that could not, by table. */
  read: Record<Name, number>;
  unreadable: Record<Name, number>;
}

/**
 * Reads a file, with no more than a block of it in memory. What is handed out before the end is a trial: it counts only
 * once this has come back, and nothing of it does where this throws `CopyRefused`.
 * @param take gets the rows of a table, and is waited for
 */
export async function readCopy<Name extends string>(
  form: CopyForm<Name>,
  file: ReadableStream<Uint8Array>,
  take: (rows: TableRows<Name>) => Promise<void> | void,
  { limits = COPY_LIMITS, ...reading }: CopyReading & { limits?: CopyLimits } = {},
): Promise<CopyReport<Name>> {
  const lines = new CopyLines(form, limits);
  for await (const block of lineBlocks(gunzipped(file, limits, reading), limits.line)) {
    for (const rows of await lines.read(block)) await take(rows);
    reading.signal?.throwIfAborted();
  }
  return lines.report();
}

const NEWLINE = 10;
/** What the head and the end begin with, and no row. */
const BRACE = 0x7b;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The lines of one file, as far as they were read. */
class CopyLines<Name extends string> {
  readonly #rows: CopyRows<Name>;
  readonly #form: CopyForm<Name>;
  readonly #digests = new BlockDigests();
  #head: CopyHead | null = null;
  #end: CopyEnd | null = null;

  constructor(form: CopyForm<Name>, limits: CopyLimits) {
    this.#form = form;
    this.#rows = new CopyRows(form, limits.depth);
  }

  async read(block: Uint8Array<ArrayBuffer>): Promise<TableRows<Name>[]> {
    // After its last line nothing comes.
    if (this.#end !== null) throw new CopyRefused('damaged');
    const lastAt = block.lastIndexOf(NEWLINE, -2) + 1;
    const isEnd = block[lastAt] === BRACE && (lastAt > 0 || this.#head !== null);
    const before = isEnd ? block.subarray(0, lastAt) : block;
    const digested = before.length === 0 ? null : this.#digests.add(before);
    const lines = this.#linesIn(before);
    if (this.#head === null) this.#head = headIn(this.#form, lines.shift());
    // Half a line is no row. Of what comes before it nothing counts either.
    if (block.at(-1) !== NEWLINE) throw new CopyRefused('truncated');
    const rows = this.#rows.from(this.#head, lines);
    if (isEnd) this.#end = parsedOrRefused(copyEnd, textOf(block.subarray(lastAt)), 'damaged');
    await digested;
    return rows;
  }

  async report(): Promise<CopyReport<Name>> {
    const [head, end] = [this.#head, this.#end];
    if (head === null || end === null) throw new CopyRefused('truncated');
    const { read, unreadable } = this.#rows;
    const isWhole = [...read].every(
      ([name, rows]) => rows + (unreadable.get(name) ?? 0) === (end.counts[name] ?? 0),
    );
    if (!isWhole || (await this.#digests.whole()) !== end.sha256) throw new CopyRefused('damaged');
    return {
      head,
      read: Object.fromEntries(read) as Record<Name, number>,
      unreadable: Object.fromEntries(unreadable) as Record<Name, number>,
    };
  }

  #linesIn(block: Uint8Array): string[] {
    try {
      return textOf(block).split('\n').slice(0, -1);
    } catch {
      throw new CopyRefused(this.#head === null ? 'not-ours' : 'damaged');
    }
  }
}

/** What the first line says, where it is one of ours, and of no later version. */
function headIn({ schema, version }: CopyForm, line = ''): CopyHead {
  const kind = parsedOrRefused(copyKind, line, 'not-ours');
  if (kind.schema !== schema || kind.version === 0) throw new CopyRefused('not-ours');
  if (kind.version > version) throw new CopyRefused('newer-version');
  return parsedOrRefused(copyHead, line, 'damaged');
}

function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function parsedOrRefused<Value>(
  schema: z.ZodMiniType<Value>,
  line: string,
  refusal: CopyRefusal,
): Value {
  const value = valueOf(line, refusal);
  const result = schema.safeParse(value);
  const unsound = result.success ? unsoundnessOf(value, COPY_LIMITS.depth) : refusal;
  if (!result.success || unsound !== null) throw new CopyRefused(unsound ?? refusal);
  return result.data;
}
