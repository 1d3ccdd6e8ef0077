import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { rememberedKeys } from '../../utils/domain/library/editions.ts';
import * as copies from '../../utils/words/en/copies.json';
import * as words from '../../utils/words/en/friend.json';
import { SETTINGS } from '../../utils/words/names.ts';
import { savedBy } from './saved-by.ts';
import { connectedScene, type Scene } from './scene.ts';
import { readLibrary } from './stored-library.ts';
import { namesOfStored, readStores } from './stores.ts';

interface Named {
  npCommunicationId: string;
  name: string;
}

interface CountedTitle extends Named {
  earned: Record<'bronze' | 'silver' | 'gold' | 'platinum', number>;
}

async function titlesOf({ chromium }: Scene): Promise<CountedTitle[]> {
  return (await readLibrary(chromium)).titles as CountedTitle[];
}

/** What stands in a row of the totals, for example `Games 42 60`. */
function rowSaid(name: string, mine: number, theirs: number): string {
  return [name, mine.toLocaleString('en-US'), theirs.toLocaleString('en-US')].join(' ');
}

const trophiesIn = (titles: CountedTitle[]): number =>
  titles.flatMap(({ earned }) => Object.values(earned)).reduce((sum, each) => sum + each, 0);

const platinumsIn = (titles: CountedTitle[]): number =>
  titles.reduce((sum, { earned }) => sum + earned.platinum, 0);

/** By what the one is known whose copy it is. */
function accountIn(copy: Buffer): string[] {
  const [head = ''] = gunzipSync(copy).toString().split('\n');
  const { accountId, onlineId } = JSON.parse(head) as Record<'accountId' | 'onlineId', string>;
  return [accountId, onlineId];
}

async function chooseFile(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'friend.json.gz', mimeType: 'application/gzip', buffer };
  await page.getByLabel(words.file, { exact: true }).setInputFiles(file);
}

/** Of games that only one side has by its set, how many are the same ones of another edition. */
function otherEditions(mine: readonly Named[], theirs: readonly Named[]): number {
  const keyOf = rememberedKeys();
  const without = (some: readonly Named[], others: readonly Named[]) => {
    const ids = new Set(others.map(({ npCommunicationId }) => npCommunicationId));
    const left = some.filter(({ npCommunicationId }) => !ids.has(npCommunicationId));
    return Map.groupBy(left, ({ name }) => keyOf(name));
  };
  const [ours, yours] = [without(mine, theirs), without(theirs, mine)];
  return [...ours].reduce((sum, [key, some]) => {
    return sum + Math.min(some.length, yours.get(key)?.length ?? 0);
  }, 0);
}

test(
  'a friend’s copy is compared in memory alone, and is gone by a click, by leaving and by loading anew',
  { tags: ['long'] },
  async () => {
    const friend = await connectedScene({ account: 'legacy' });
    const theirs = await titlesOf(friend);
    const settings = await friend.chromium.openOptions('#/settings');
    const copy = await savedBy(settings, copies.save);

    const scene = await connectedScene({ account: 'casual' });
    const { chromium } = scene;
    const before = await readLibrary(chromium);
    const own = await readStores(chromium);
    const { databases } = await namesOfStored(chromium);
    const mine = await titlesOf(scene);
    const ids = new Set(theirs.map(({ npCommunicationId }) => npCommunicationId));
    const same = mine.filter(({ npCommunicationId }) => ids.has(npCommunicationId));
    const common = same.length + otherEditions(mine, theirs);
    const page = await chromium.openOptions('#/friend');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await chooseFile(page, copy);

    const { rows } = words;
    for (const said of [
      rowSaid(rows.games, mine.length, theirs.length),
      rowSaid(rows.trophies, trophiesIn(mine), trophiesIn(theirs)),
      rowSaid(rows.platinums, platinumsIn(mine), platinumsIn(theirs)),
    ]) {
      await page.getByRole('row', { name: said, exact: true }).waitFor();
    }
    const all = page.getByRole('radio', { name: new RegExp(`^${words.shown.all}`) });
    await all.check();
    await expect
      .poll(() => page.getByTestId('compared-count').textContent())
      .toBe(String(mine.length + theirs.length - common));

    // Pictures that the player's own library has, and nothing that the file names.
    expect(asked.filter((url) => url.startsWith('http') && !own.includes(url))).toEqual([]);
    expect(await readLibrary(chromium)).toEqual(before);
    expect((await namesOfStored(chromium)).databases).toEqual(databases);
    const stored = await readStores(chromium);
    for (const who of accountIn(copy)) expect(stored).not.toContain(who);

    const list = page.getByRole('list', { name: words.games });
    const goes = [
      () => page.getByRole('button', { name: words.forget }).click(),
      () => page.reload(),
      async () => {
        await page.getByRole('main').getByRole('link', { name: SETTINGS }).click();
        await page.getByRole('link', { name: copies.compare }).click();
      },
    ];
    for (const go of goes) {
      await chooseFile(page, copy);
      await list.waitFor();
      await go();
      await page.getByLabel(words.file, { exact: true }).waitFor();
      await list.waitFor({ state: 'detached' });
      expect(await page.getByRole('button', { name: words.forget }).count()).toBe(0);
    }
  },
);
