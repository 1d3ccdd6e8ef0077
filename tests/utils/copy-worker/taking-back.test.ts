import { beforeEach, describe, expect, test } from 'vitest';
import { eraseDatabases } from '@/utils/database/erase';
import { contentOf, fillLibrary, restored, saved, takenBack } from '../../support/restoring';
import { aNewScene } from '../../support/staged-copy';
import type { SyncScene } from '../../support/sync-scene';

async function aLibrary(): Promise<SyncScene> {
  const scene = aNewScene();
  await fillLibrary(scene);
  return scene;
}

beforeEach(eraseDatabases);

describe('a copy that is restored', () => {
  test('is taken back but for what the player has made since, which stands with its game too', async () => {
    const scene = await aLibrary();
    const { requests } = scene.worker();
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    await requests.annotateTrophy({ ...of, note: 'In the copy' });
    const file = await saved(scene);
    await requests.annotateTrophy({ ...of, note: 'Here' });
    await scene.database.titles.delete(scene.id(1));
    await scene.database.titles.update(scene.id(3), { name: 'Of before' });
    await restored(file, { now: scene.now });
    await requests.annotateTrophy({ ...of, note: 'Written since' });
    await requests.markGame(scene.id(3), { status: 'done' });
    await takenBack(scene.database);
    const note = await scene.database.playerItems.get(['note', scene.id(2), 0]);
    expect(note?.value).toBe('Written since');
    expect(await scene.title(3)).toMatchObject({ name: 'Of before', status: 'done' });
  });

  test.each([false, true])(
    'is taken back with who picks: what the player has picked since stays theirs (%s)',
    async (picks) => {
      const scene = await aLibrary();
      const { database } = scene;
      const file = await saved(scene);
      await database.playerItems.delete(['choice', scene.id(1), -1]);
      await database.overview.update('library', { hasPicks: false, hasChosen: false });
      const before = await contentOf(database);
      await restored(file, { now: scene.now });
      expect(await database.overview.get('library')).toMatchObject({ hasChosen: true });
      const { requests } = scene.worker();
      if (picks) await requests.chooseGames(new Map([[scene.id(2), 'never']]));
      await takenBack(database);
      const chosen = { hasPicks: picks, hasChosen: picks };
      expect(await database.overview.get('library')).toMatchObject(chosen);
      expect((await scene.title(2))?.choice === 'never').toBe(picks);
      if (!picks) expect(await contentOf(database)).toEqual(before);
    },
  );
});
