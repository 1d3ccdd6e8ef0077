/** What the first line of a file says of all that follows. */
export interface FileHead {
  /** What kind of file it is, and in which form. */
  schema: string;
  version: number;
  /** When it was made: ISO, UTC. */
  date: string;
  /** The version of Trophy Shelf that made it. */
  product: string;
  /** The online ID of whose it is; null where that is not told. */
  account: string | null;
  tables: readonly string[];
}

/** One row of one of its tables. */
export interface FileRow {
  table: string;
  row: unknown;
}

/** The last line: a file without it is truncated, and one with another digest is damaged. */
export interface FileEnd {
  counts: Record<string, number>;
  /** SHA-256 over the SHA-256 of each line before, in hexadecimal. */
  digest: string;
}

/** The text of a file in the form of a copy: JSON lines, a head, one row a line, and what proves that it is whole. */
export async function fileText(head: FileHead, rows: readonly FileRow[]): Promise<string> {
  const lines = [head, ...rows].map((line) => JSON.stringify(line));
  const counts = Object.fromEntries(
    head.tables.map((table) => [table, rows.filter((row) => row.table === table).length]),
  );
  const end: FileEnd = { counts, digest: await digestOf(lines) };
  return [...lines, JSON.stringify(end), ''].join('\n');
}

/** Of some lines, without what ends them. */
export async function digestOf(lines: readonly string[]): Promise<string> {
  const digests = new Uint8Array(32 * lines.length);
  for (const [index, line] of lines.entries()) {
    digests.set(await sha256(new TextEncoder().encode(line)), 32 * index);
  }
  return [...(await sha256(digests))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
