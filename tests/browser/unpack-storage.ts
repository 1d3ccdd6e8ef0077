import { DatabaseSync } from 'node:sqlite';
import { readVarint, unpackSnappy } from './snappy.ts';

/** What a file of a browser's storage holds in packed form, unpacked; a plain file holds nothing more. */
export function unpackStorage(file: string, bytes: Buffer): Buffer[] {
  if (/\.(ldb|sst)$/.test(file)) return unpackTable(bytes);
  if (file.endsWith('.sqlite')) return unpackRows(file);
  const whole = unpackSnappy(bytes);
  return whole === null ? [] : [whole];
}

const FOOTER = 48;

/** The blocks of a LevelDB table: its footer leads to the index, and the index to them. */
function unpackTable(table: Buffer): Buffer[] {
  if (table.length < FOOTER) return [];
  const [, afterOffset] = readVarint(table, table.length - FOOTER);
  const [, indexAt] = readVarint(table, afterOffset);
  const index = readBlock(table, indexAt, table);
  if (index === null) return [];
  const blocks: Buffer[] = [];
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  for (let at = 0; at < end;) {
    const [, afterShared] = readVarint(index, at);
    const [keyLength, afterKeyLength] = readVarint(index, afterShared);
    const [valueLength, keyAt] = readVarint(index, afterKeyLength);
    const block = readBlock(index, keyAt + keyLength, table);
    if (block !== null) blocks.push(block);
    at = keyAt + keyLength + valueLength;
  }
  return blocks;
}

/** The block that a handle (offset and size) points to; the byte after it says whether it is packed. */
function readBlock(handles: Buffer, at: number, table: Buffer): Buffer | null {
  const [offset, next] = readVarint(handles, at);
  const [size] = readVarint(handles, next);
  const block = table.subarray(offset, offset + size);
  if (block.length < 4) return null;
  return table[offset + size] === 1 ? unpackSnappy(block) : block;
}

/** Every packed value that a live row of a SQLite database holds. What was freed is only to be found raw. */
function unpackRows(file: string): Buffer[] {
  const found: Buffer[] = [];
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
    for (const { name } of tables) {
      const rows = database.prepare(`SELECT * FROM "${String(name)}"`);
      rows.setReadBigInts(true);
      for (const row of rows.all()) {
        for (const value of Object.values(row)) {
          const unpacked = value instanceof Uint8Array ? unpackSnappy(Buffer.from(value)) : null;
          if (unpacked !== null) found.push(unpacked);
        }
      }
    }
  } finally {
    database.close();
  }
  return found;
}
