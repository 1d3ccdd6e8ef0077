import { SyncScene } from './sync-scene';

/** Makes players whose games and library are what this one's are now, and of whom Sony was never asked anything. */
export async function copiesOf(scene: SyncScene): Promise<() => Promise<SyncScene>> {
  const { titleRows, playedRows, sets, definitionRows, stateRows } = scene.psn;
  const atSony = { titleRows, playedRows, sets, definitionRows, stateRows };
  const { now, snapshot, preparations } = scene;
  const kept = structuredClone({ atSony, said: { now, snapshot, preparations } });
  const rows = await Promise.all(scene.database.tables.map((table) => table.toArray()));
  return async () => {
    const copy = new SyncScene();
    const { atSony: psn, said } = structuredClone(kept);
    Object.assign(copy.psn, psn);
    Object.assign(copy, said);
    const { tables } = copy.database;
    await copy.database.transaction('rw', tables, () =>
      Promise.all(tables.map((table, index) => table.bulkPut(rows[index] ?? []))),
    );
    return copy;
  };
}
