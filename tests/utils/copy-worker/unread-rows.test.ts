import { expect, test } from 'vitest';
import { lacksMuch } from '@/utils/copy-worker/library-rows';
import { isNoChange } from '@/utils/copy-worker/preview';
import { checkCopy } from '@/utils/copy-worker/restore-copy';
import { saveNamedCopy } from '@/utils/copy-worker/save-copy';
import { openForPage } from '@/utils/database/open-library';
import { COPY_FACTS } from '../../support/copies';
import { putRaw } from '../../support/raw-rows';
import { fillLibrary } from '../../support/restoring';
import { SyncScene } from '../../support/sync-scene';

test('rows that cannot be read are counted where a copy is made, and where it is compared with them', async () => {
  const scene = new SyncScene('7300001');
  await fillLibrary(scene);
  const facts = { ...COPY_FACTS, accountId: scene.accountId };
  const save = () => saveNamedCopy({ facts, settings: {} }, () => undefined);
  expect((await save()).unread).toBe(0);
  const library = (await openForPage(scene.accountId))!;
  expect(await lacksMuch(library)).toBe(false);

  await putRaw(scene.database, 'titles', { npCommunicationId: 'NPWR00000_00', name: 7 });
  await putRaw(scene.database, 'playDays', { npTitleId: 'X', month: 1, days: 'no' });
  const copy = await save();
  expect(copy.unread).toBe(2);
  expect(await lacksMuch(library)).toBe(true);
  library.close();
  const checked = await checkCopy(copy.file, scene.now, () => undefined);
  expect(isNoChange(checked.preview)).toBe(true);
  expect(checked.unreadHere).toBe(2);
});

test('a row that only the copy has still readable is counted as not compared', async () => {
  const scene = new SyncScene('7300002');
  await fillLibrary(scene);
  const facts = { ...COPY_FACTS, accountId: scene.accountId };
  const { file } = await saveNamedCopy({ facts, settings: {} }, () => undefined);
  await putRaw(scene.database, 'titles', { npCommunicationId: scene.id(1), name: 7 });
  expect((await checkCopy(file, scene.now, () => undefined)).unreadHere).toBe(1);
});
