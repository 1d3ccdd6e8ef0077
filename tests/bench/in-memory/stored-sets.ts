import 'fake-indexeddb/auto';
import type { PackedSet } from '@/utils/database/packed-set';
import type { LibraryTexts } from '../answer-texts';
import { SetStoring } from '../product/set-storing';
import { countRows, type RowCounts } from './counted-rows';

export interface StoredSets extends RowCounts {
  rows: PackedSet[];
}

const counts = countRows();

/** What storing these sets writes, and what is there in the end. */
export async function storedSets(texts: LibraryTexts, now: number): Promise<StoredSets> {
  const storing = await SetStoring.open(texts, `counted-${String(texts.sets.length)}`, now);
  const { read, written, bytes } = counts;
  await storing.storeAll();
  const stored = {
    read: counts.read - read,
    written: counts.written - written,
    bytes: counts.bytes - bytes,
  };
  const rows = await storing.rows();
  storing.close();
  return { ...stored, rows };
}
