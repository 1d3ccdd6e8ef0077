import { expect, test } from 'vitest';
import type { CopiesRecord } from '../../utils/domain/copies/copies-record.ts';
import * as words from '../../utils/words/en/copies.json';
import * as settings from '../../utils/words/en/settings.json';
import { connectedScene, type Scene } from './scene.ts';

const LIMITS = { timeout: 180_000 };

function copiesIn({ chromium }: Scene): Promise<CopiesRecord> {
  return chromium.worker.evaluate(
    async () => (await chrome.storage.local.get<{ copies: CopiesRecord }>('copies')).copies,
  );
}

test(
  'a folder that the player chooses gets them in place of the downloads, until it is taken away',
  LIMITS,
  async () => {
    // Without the permission for downloads: none is needed.
    const scene = await connectedScene();
    const { chromium } = scene;
    const page = await chromium.openOptions('#/settings');
    await page.evaluate(OFFER_FOLDER);
    await page.getByRole('button', { name: words.chooseFolder }).click();
    const wish = page.getByRole('switch', { name: words.byItself });
    await expect.poll(() => wish.isChecked(), { timeout: 30_000 }).toBe(true);
    const [[name, lines] = [], ...more] = await page.evaluate(readFolder);
    expect(name).toMatch(/^\S+ [\da-f]{8}\.json\.gz$/);
    expect([more.length, lines?.includes('"titles"')]).toEqual([0, true]);
    const { made, fileMark } = Object.values((await copiesIn(scene)).accounts)[0] ?? {};
    expect(made?.figures.games).toBe(42);
    expect(name).toContain(fileMark);

    await page.evaluate(TAKE_FOLDER);
    await page.getByRole('button', { name: words.copyNow }).click();
    await page.getByText(words.folderTroubles.gone.title({ folder: 'Backup' })).waitFor();
    expect(await wish.isChecked()).toBe(true);
    await page.evaluate(OFFER_FOLDER);
    await page.getByRole('button', { name: words.chooseFolder }).click();
    await expect
      .poll(async () => (await page.evaluate(readFolder)).map(([each]) => each))
      .toEqual([name]);
    await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
    await page.getByRole('button', { name: settings.erase, exact: true }).click();
    await page.getByRole('article').getByText(settings.nothingLeft).waitFor();
    expect(
      await page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name)),
    ).toEqual([]);
    expect(await page.evaluate(readFolder)).toHaveLength(1);
  },
);

test(
  'in a folder, a copy that an installation with the same mark has put there stays',
  LIMITS,
  async () => {
    const scene = await connectedScene();
    const page = await scene.chromium.openOptions('#/settings');
    await page.evaluate(OFFER_FOLDER);
    await page.getByRole('button', { name: words.chooseFolder }).click();
    await page.getByRole('button', { name: words.copyNow }).waitFor();
    const [[name = ''] = []] = await page.evaluate(readFolder);
    const theirs = await page.evaluate(putByTheOther, name);
    await page.getByRole('button', { name: words.copyNow }).click();
    await page.getByText(`“${name}” in this folder is not the copy`).first().waitFor();
    await expect.poll(async () => (await page.evaluate(readFolder)).length).toBe(2);
    const files = new Map(await page.evaluate(readFolder));
    expect(files.get(name)).toBe(theirs);
    const { fileMark } = Object.values((await copiesIn(scene)).accounts)[0] ?? {};
    expect([...files.keys()].filter((each) => each.includes(fileMark ?? name))).toHaveLength(1);
  },
);

/** What was put there, made a minute later by another; answers its lines. */
async function putByTheOther(name: string): Promise<string> {
  const root = await navigator.storage.getDirectory();
  const handle = await (await root.getDirectoryHandle('Backup')).getFileHandle(name);
  const file = (await handle.getFile()).stream().pipeThrough(new DecompressionStream('gzip'));
  const lines = await new Response(file).text();
  const theirs = lines.replace(/"madeAt":(\d+)/, (_, at) => `"madeAt":${Number(at) + 60_000}`);
  const packed = new Blob([theirs]).stream().pipeThrough(new CompressionStream('gzip'));
  await packed.pipeTo(await handle.createWritable());
  return theirs;
}

/** In the place of the browser's window, which nothing drives: a folder of the browser's own private ones. */
const OFFER_FOLDER = `Object.defineProperty(window, 'showDirectoryPicker', {
  configurable: true,
  value: async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('Backup', { create: true }),
})`;
const TAKE_FOLDER = `navigator.storage.getDirectory()
  .then((root) => root.removeEntry('Backup', { recursive: true }))`;

/** What lies in it, each file with its lines. */
async function readFolder(): Promise<[name: string, lines: string][]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('Backup');
  const read: [string, string][] = [];
  for await (const entry of folder.values()) {
    const file = await (entry as FileSystemFileHandle).getFile();
    const lines = file.stream().pipeThrough(new DecompressionStream('gzip'));
    read.push([file.name, await new Response(lines).text()]);
  }
  return read;
}
