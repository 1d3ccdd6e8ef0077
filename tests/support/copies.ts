import { gunzipSync, gzipSync } from 'node:zlib';
import { LIBRARY_COPY, type CopiedTable } from '@/utils/copy/copied-tables';
import type { CopyForm, TableRows } from '@/utils/copy/copy-form';
import type { CopyLimits } from '@/utils/copy/copy-limits';
import { CopyRefused, type CopyRefusal } from '@/utils/copy/copy-refusal';
import { readCopy, type CopyReport } from '@/utils/copy/read-copy';
import { writeCopy, type CopyFacts } from '@/utils/copy/write-copy';

export const COPY_FACTS: CopyFacts = {
  madeAt: Date.UTC(2026, 10, 29),
  product: '0.0.1',
  accountId: '1234567890123456789',
  onlineId: 'Night',
  device: '56fb0f70',
};

type Tables = Partial<Record<string, readonly unknown[]>>;

/** A thousand rows at a time, as a database hands them out. */
async function* tablesOf<Name extends string>(
  form: CopyForm<Name>,
  rows: Tables,
): AsyncGenerator<TableRows<Name>, void, void> {
  for (const table of Object.keys(form.tables) as Name[]) {
    const all = rows[table] ?? [];
    for (let at = 0; at < all.length; at += 1_000) {
      yield await Promise.resolve({ table, rows: all.slice(at, at + 1_000) });
    }
  }
}

export async function copyOf(rows: Tables, facts: Partial<CopyFacts> = {}): Promise<Uint8Array> {
  const file = writeCopy(LIBRARY_COPY, { ...COPY_FACTS, ...facts }, tablesOf(LIBRARY_COPY, rows));
  return new Uint8Array(await new Response(file).arrayBuffer());
}

/** The file in pieces of that size. */
export function streamOf(bytes: Uint8Array, piece = 2 ** 16): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += piece)));
      else controller.close();
    },
  });
}

export interface ReadCopy {
  report: CopyReport<CopiedTable>;
  rows: Record<string, unknown[]>;
}

interface HowToRead {
  form?: CopyForm<CopiedTable>;
  limits?: CopyLimits;
  piece?: number;
}

/** The file with all of its rows. */
export async function readWhole(
  bytes: Uint8Array,
  { form = LIBRARY_COPY, piece, ...reading }: HowToRead = {},
): Promise<ReadCopy> {
  const rows: Record<string, unknown[]> = {};
  const report = await readCopy(
    form,
    streamOf(bytes, piece),
    (some) => {
      (rows[some.table] ??= []).push(...some.rows);
    },
    reading,
  );
  return { report, rows };
}

/** Why the file is refused; null where it is read. Whatever else is thrown is thrown. */
export async function refusalOfCopy(
  bytes: Uint8Array,
  how: HowToRead = {},
): Promise<CopyRefusal | null> {
  try {
    await readWhole(bytes, how);
    return null;
  } catch (thrown) {
    if (thrown instanceof CopyRefused) return thrown.refusal;
    throw thrown;
  }
}

export function linesOfCopy(bytes: Uint8Array): string[] {
  return gunzipSync(bytes).toString().split('\n').slice(0, -1);
}

export function copyOfLines(lines: readonly string[]): Uint8Array {
  return gzipSync(lines.map((line) => `${line}\n`).join(''));
}

/** A library that lies here: of the newest fixture of what a build has stored. */
export function fixtureRows(
  library: Record<string, Record<string, unknown>[]>,
  local: Record<string, unknown>,
): Record<string, unknown[]> {
  return { ...library, settings: [local['settings']] };
}
