/*
 * A page that shows what the library shows of a game at the least, its picture, and does nothing else. These functions
 * run in a page of the extension, without what surrounds them.
 */

/** The pictures of all games, last played first. */
export async function picturesIn(): Promise<string[]> {
  const promised = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const databases = await indexedDB.databases();
  const { name = '' } = databases.find((each) => /-\d+$/.test(each.name ?? '')) ?? {};
  const database = await promised(indexedDB.open(name));
  const titles = database.transaction('titles').objectStore('titles');
  const rows = (await promised(titles.index('lastPlayedAt').getAll())) as {
    iconUrl: string | null;
  }[];
  database.close();
  return rows.reverse().map(({ iconUrl }) => iconUrl ?? '');
}

/** Lays pictures out as the library does: in rows, or as cards, each in a box of the same size. */
export function layPictures(given: { pictures: string[]; layout: 'list' | 'grid' }): void {
  const { pictures, layout } = given;
  const { style } = document.body;
  style.margin = '0 auto';
  style.maxWidth = '60rem';
  if (layout === 'grid') {
    style.display = 'grid';
    style.gridTemplateColumns = 'repeat(4, 1fr)';
    style.gap = '1.25rem';
  }
  document.body.append(
    ...pictures.map((address) => {
      const box = document.createElement('div');
      box.dataset['item'] = '';
      box.style.height = layout === 'list' ? '2.4375rem' : '16rem';
      const picture = document.createElement('img');
      picture.loading = 'lazy';
      picture.decoding = 'async';
      picture.style.cssText = `width: ${layout === 'list' ? '3.5rem' : '100%'}; aspect-ratio: 20 / 11; object-fit: contain`;
      if (address !== '') picture.src = address;
      box.append(picture);
      return box;
    }),
  );
}
