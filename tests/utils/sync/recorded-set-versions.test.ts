/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { inBronze, openInScene, recordedScene } from '../../support/recorded-scene';
import type { SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;

let scene: SyncScene;

beforeEach(async () => {
  scene = await recordedScene();
});

function texts(n: number, name: string): void {
  const rows = scene.psn.definitionRows.get(scene.id(n)) ?? [];
  scene.psn.definitionRows.set(
    scene.id(n),
    rows.map((row) => (row.trophyId === 0 ? { ...row, name, detail: `${name}!` } : row)),
  );
}

describe('what a set was before', () => {
  const versions = async () => {
    const rows = await scene.database.setVersions.toArray();
    return rows.map(({ title, trophies }) => ({ title, trophies }));
  };

  test('is recorded when the list says something else, and told', async () => {
    scene.say(1, { name: 'Game One', platforms: ['PS5', 'PS4'], trophySetVersion: '01.01' });
    await scene.syncByHand();

    const title = {
      name: ['Game 1', 'Game One'],
      platforms: [['PS5'], ['PS5', 'PS4']],
      trophySetVersion: ['01.00', '01.01'],
    };
    expect(await versions()).toStrictEqual([{ title, trophies: [] }]);
    expect((await scene.database.setVersions.toArray())[0]).toMatchObject({
      ...{ npCommunicationId: scene.id(1), seenAt: scene.now, language: 'en' },
    });
    expect(await scene.lastRun()).toMatchObject({
      renamed: [{ npCommunicationId: scene.id(1), before: 'Game 1', after: 'Game One' }],
      moved: [{ npCommunicationId: scene.id(1), before: ['PS5'], after: ['PS5', 'PS4'] }],
    });
  });

  test('is recorded of texts when an old game is opened, once', async () => {
    texts(1, 'First');
    scene.now += 21 * DAY;
    await openInScene(scene, 1);
    await openInScene(scene, 1);

    expect(await versions()).toStrictEqual([
      { title: {}, trophies: [[0, 'name', 'Trophy 0', 'First']] },
    ]);
    expect(scene.psn.asked.filter((asked) => asked === `definitions ${scene.id(1)}`)).toHaveLength(
      2,
    );
  });

  test('is recorded of trophies that are new, gone, regraded or moved, in one row for a whole set', async () => {
    const id = scene.id(1);
    const asked = scene.psn.definitionRows.get(id) ?? [];
    const all = Array.from({ length: 300 }, (_, trophyId) => ({ ...asked[0]!, trophyId }));
    scene.psn.definitionRows.set(id, all);
    scene.say(1, { trophySetVersion: '01.01', defined: inBronze(300) });
    await scene.syncByHand();
    const [, added] = await versions();
    expect(added?.trophies).toHaveLength(298 + 1);
    expect(added?.trophies.at(-1)).toStrictEqual([299, 'name', '', 'Trophy 0']);

    scene.psn.definitionRows.set(
      id,
      all.slice(1).map((row) => ({ ...row, name: 'Other', grade: 'gold', groupId: '001' })),
    );
    scene.say(1, { trophySetVersion: '01.02', defined: { ...inBronze(0), gold: 299 } });
    scene.now += DAY;
    await scene.syncByHand();
    const [, , , changed, ...more] = await versions();
    expect(more).toHaveLength(0);
    expect(changed?.trophies.slice(0, 6)).toStrictEqual([
      [0, 'name', 'Trophy 0', null],
      [0, 'grade', 'bronze', null],
      [0, 'groupId', 'default', null],
      [1, 'name', 'Trophy 0', 'Other'],
      [1, 'grade', 'bronze', 'gold'],
      [1, 'groupId', 'default', '001'],
    ]);
  });

  test('is no new trophy where those before were not all', async () => {
    const id = scene.id(1);
    const asked = scene.psn.definitionRows.get(id) ?? [];
    scene.say(1, { trophySetVersion: '01.01', defined: inBronze(4) });
    await scene.syncByHand();
    scene.psn.definitionRows.set(
      id,
      [2, 3].map((trophyId) => ({ ...asked[0]!, trophyId })),
    );
    scene.now += 40 * DAY;
    await openInScene(scene, 1);

    expect((await versions()).filter(({ trophies }) => trophies.length > 0)).toStrictEqual([]);
  });

  test('is what an add-on was called, in the same language', async () => {
    const named = (name: string) => [
      ...scene.psn.groupRows.slice(0, 1),
      { groupId: '001', name, iconUrl: null },
    ];
    const groups = async () => {
      const rows = await scene.database.setVersions.toArray();
      return rows.flatMap((row) => row.groups ?? []);
    };
    let version = 0;
    const release = async (name: string): Promise<void> => {
      scene.psn.groupRows = named(name);
      scene.say(1, { groupCount: 2, trophySetVersion: `02.0${String(++version)}` });
      scene.now += DAY;
      await scene.syncByHand();
    };
    await release('Nights');
    await release('Long nights');
    expect(await groups()).toStrictEqual([['001', 'Nights', 'Long nights']]);

    scene.psn.readsIn = 'de';
    await release('Lange Nächte');
    expect(await groups()).toHaveLength(1);
    await release('Kurze Nächte');
    expect(await groups()).toStrictEqual([
      ['001', 'Nights', 'Long nights'],
      ['001', 'Lange Nächte', 'Kurze Nächte'],
    ]);
  });

  test('is nothing that is only in another language, whether list or texts', async () => {
    scene.psn.readsIn = 'de';
    scene.say(1, { name: 'Spiel 1' });
    texts(1, 'Erste');
    await scene.syncByHand();
    await openInScene(scene, 1);

    expect(await versions()).toStrictEqual([]);
    expect(await scene.lastRun()).toMatchObject({ renamed: [] });
    expect(await scene.title(1)).toMatchObject({
      ...{ name: 'Spiel 1', language: 'de', fetched: { language: 'de' } },
    });

    scene.say(1, { name: 'Spiel Eins' });
    scene.now += DAY;
    await scene.syncByHand();
    expect(await versions()).toStrictEqual([
      { title: { name: ['Spiel 1', 'Spiel Eins'] }, trophies: [] },
    ]);
  });
});
