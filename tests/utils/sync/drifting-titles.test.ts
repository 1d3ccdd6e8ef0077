import { expect, test } from 'vitest';
import { SyncScene } from '../../support/sync-scene';
import { aTitle } from '../../support/titles';

test('two lists that drift, and their totals with them, make no game gone that both happen to lack', async () => {
  const scene = new SyncScene();
  scene.psn.titleRows = Array.from({ length: 42 }, (_, n) =>
    aTitle({ npCommunicationId: `NPWR${String(n).padStart(5, '0')}_00`, lastUpdatedAt: 9_000 - n }),
  );
  await scene.syncByHand();
  const goneWithout = async (left: number): Promise<number> => {
    scene.psn.answerListWith('titles', ({ rows, total }) => ({
      ...{ rows: rows.slice(left), total: total - left, nextOffset: null },
    }));
    await scene.syncDaily();
    const titles = await scene.database.titles.toArray();
    return titles.filter(({ absence }) => absence?.isSure).length;
  };

  for (const left of [2, 6, 17, 0, 2, 6, 17]) expect(await goneWithout(left)).toBe(0);
  expect((await scene.lastRun())?.gone).toStrictEqual([]);
  expect(await goneWithout(17)).toBe(17);
});
