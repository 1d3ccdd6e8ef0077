import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LibraryDatabase } from '@/utils/database/database';
import { readNextMarks } from '@/utils/database/next-marks';
import { createLibrary } from '@/utils/database/open-library';
import { readNotToBeHad, readRecordedHours } from '@/utils/database/read-for-figures';
import { putRaw } from '../../support/raw-rows';
import { setId } from '../../support/earned-trophies';

let library: LibraryDatabase;
let accounts = 0;

beforeEach(async () => {
  library = await createLibrary(`77${String(++accounts)}`);
  await library.playDays.put({ npTitleId: 'CUSA1', month: '2026-01', days: [[1, 60, 1]] });
  await library.playerItems.put({
    ...{ kind: 'unobtainable', npCommunicationId: setId(1), trophyId: 1 },
    ...{ value: true, version: 1, device: 'here' },
  });
});

afterEach(() => library.delete());

test.each([
  ['hours', readRecordedHours],
  ['what is not to be had', readNotToBeHad],
  ['marks', readNextMarks],
] as const)('%s are read to their end where the library is closed meanwhile', async (_, read) => {
  const whole = await read(library);
  const reading = read(library);
  // Its transaction is made, and nothing is answered yet.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  library.close();
  expect(await reading).toStrictEqual(whole);
});

test('months of which what is recorded cannot be read are counted with the hours', async () => {
  expect((await readRecordedHours(library)).unread).toBeUndefined();
  const damaged = { npTitleId: 'CUSA1', month: '2026-02', days: [[1e12, 60, 1]] };
  await putRaw(library, 'playDays', damaged);
  const { playDays, unread } = await readRecordedHours(library);
  expect([playDays.map(({ month }) => month), unread]).toStrictEqual([['2026-01'], 1]);
});
