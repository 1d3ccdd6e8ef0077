import { saveCopy } from '@/utils/copy-worker/save-copy';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import type { Settings } from '@/utils/domain/settings';
import { aSnapshot, manyLibraryTitles } from './statuses.ts';

export const MINE = '1111111111111111';
export const NOW = new Date(2026, 10, 29, 12).getTime();

/** A library, and a copy that was saved when it had so many games fewer. */
export async function libraryAndCopy(
  games: number,
  later: number,
  settings: Partial<Settings> = { syncHour: 7 },
): Promise<File> {
  const database = new LibraryDatabase(MINE);
  const player = { ...aSnapshot().player!, accountId: MINE };
  await database.overview.put({ ...EMPTY_OVERVIEW, player });
  const titles = manyLibraryTitles(games + later);
  await database.titles.bulkPut(titles.slice(0, games));
  const facts = { madeAt: NOW, product: '0.0.1', accountId: MINE, onlineId: 'Night', device: '' };
  const file = await saveCopy({ facts, settings }, () => undefined);
  await database.titles.bulkPut(titles.slice(games));
  database.close();
  return new File([file], 'copy.json.gz');
}
