/** Runs in the page, by itself. A sync that has stored a set's trophies has its title say so: only of such it is known whether all is done. */
export async function noteFetched(): Promise<void> {
  const databases = await indexedDB.databases();
  const { name = '' } = databases.find((each) => /-\d+$/.test(each.name ?? '')) ?? {};
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const database = await done(indexedDB.open(name));
  const titles = database.transaction('titles', 'readwrite').objectStore('titles');
  const rows = (await done(titles.getAll())) as { fetched: object }[];
  const at = Date.now();
  const writing = rows.map((row) =>
    done(titles.put({ ...row, fetched: { ...row.fetched, at, definitionsAt: at } })),
  );
  await Promise.all(writing);
  database.close();
}
