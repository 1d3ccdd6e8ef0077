import { expect, test } from 'vitest';
import { EMPTY_OVERVIEW } from '@/utils/database/database';
import { restored, saved, fillLibrary } from '../../support/restoring';
import { SyncScene } from '../../support/sync-scene';

test.each(['the library', 'the copy'])(
  'what was played is joined to the games after a merge, also where %s says nothing of the whole',
  async (whose) => {
    const scene = new SyncScene(whose === 'the copy' ? '7400001' : '7400002');
    await fillLibrary(scene);
    const { overview, playedGames, titles } = scene.database;
    await playedGames.put({
      ...{ npTitleId: 'PPSA00001_00', name: 'Game 1', category: 'ps5_native_game' },
      ...{ firstPlayedAt: null, lastPlayedAt: scene.now + 1, playSeconds: 60, playCount: 1 },
      ...{ service: null, hasGenres: null, conceptId: null, refusal: null },
      ...{ npCommunicationIds: [scene.id(1)], matched: 1 as const },
    });
    if (whose === 'the copy') await overview.clear();
    const file = await saved(scene);
    await playedGames.clear();
    if (whose === 'the copy') await overview.put({ ...EMPTY_OVERVIEW, hasPicks: true });
    else await overview.clear();

    await restored(file, { way: 'merge', now: scene.now });
    expect(await titles.get(scene.id(1))).toMatchObject({
      ...{ lastPlayedAt: scene.now + 1, lastPlayedSource: 'played-list', playSeconds: 60 },
    });
  },
);
