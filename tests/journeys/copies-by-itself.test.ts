import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { CopiesRecord } from '../../utils/domain/copies/copies-record.ts';
import * as words from '../../utils/words/en/copies.json';
import * as settings from '../../utils/words/en/settings.json';
import { launchFirefox } from '../browser/firefox.ts';
import { startSimulator } from '../psn/simulator.ts';
import { aFolder, permittedCopy, rowsOf, savesInto } from './copies-on-disk.ts';
import { connectedScene, passTime, type Scene, showsGames } from './scene.ts';
import { readLibrary } from './stored-library.ts';
import { IN_FIREFOX, ringAllAlarms } from './stores.ts';

const DAY = 24 * 3_600_000;
const LIMITS = { timeout: 180_000 };

interface CopiedScene extends Scene {
  /** What lies in the folder for downloads, and where. */
  files: () => string[];
  path: (name: string) => string;
  page: Page;
}

/** A connected player whose browser downloads as Chromium does by itself, without Playwright's own way. */
async function copiedScene({ asks = false } = {}): Promise<CopiedScene> {
  const disk = aFolder();
  const profile = savesInto(disk, { asks });
  const extension = permittedCopy('chrome-mv3');
  const scene = await connectedScene({ extension, profile });
  const session = await scene.chromium.context.newCDPSession(
    await scene.chromium.context.newPage(),
  );
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
  const page = await scene.chromium.openOptions('#/settings');
  const folder = `${disk}/Trophy Shelf`;
  return {
    ...{ ...scene, page },
    files: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
    path: (name) => `${folder}/${name}`,
  };
}

function copiesIn({ chromium }: Scene): Promise<CopiesRecord> {
  return chromium.worker.evaluate(
    async () => (await chrome.storage.local.get<{ copies: CopiesRecord }>('copies')).copies,
  );
}

async function switchOn({ page }: CopiedScene): Promise<void> {
  const wish = page.getByRole('switch', { name: words.byItself });
  await wish.click();
  await expect.poll(() => wish.isChecked(), { timeout: 30_000 }).toBe(true);
}

test('the first copy is made in the click, and a week later the next', LIMITS, async () => {
  const scene = await copiedScene();
  const { chromium, simulator, files, path, page } = scene;
  await switchOn(scene);
  const [latest = '', month = '', ...more] = files();
  expect(latest).toMatch(/^\S+ [\da-f]{8} month \d\d\.json\.gz$|^\S+ [\da-f]{8}\.json\.gz$/);
  expect([month, ...more]).toHaveLength(1);
  expect(rowsOf(path(latest))).toBe(rowsOf(path(month)));
  expect(await chromium.worker.evaluate(() => chrome.downloads.search({}))).toEqual([]);

  const [name = ''] = files().filter((file) => !file.includes('month'));
  const before = rowsOf(path(name));
  const { made } = Object.values((await copiesIn(scene)).accounts)[0] ?? {};
  const [title] = (await readLibrary(chromium)).titles as { npCommunicationId: string }[];
  simulator.control.addDlc('casual', title?.npCommunicationId ?? '');
  await page.close();
  await passTime(scene, 8 * DAY);
  await ringAllAlarms(chromium);
  await expect
    .poll(async () => Object.values((await copiesIn(scene)).accounts)[0]?.made?.at, {
      timeout: 60_000,
    })
    .toBeGreaterThan(made?.at ?? Infinity);
  expect(rowsOf(path(name))).not.toBe(before);
});

test(
  'a worker that is killed in between is followed by one that makes it',
  { ...LIMITS, tags: ['long'] },
  async () => {
    const scene = await copiedScene();
    const { chromium, files, page } = scene;
    await page.getByRole('switch', { name: words.byItself }).click();
    // Before it is written nothing is promised.
    const isAsked = async (): Promise<boolean> => {
      const copies = (await copiesIn(scene)) as CopiesRecord | undefined;
      return copies?.isOn === true || (copies?.wanted ?? null) !== null;
    };
    await expect.poll(isAsked).toBe(true);
    await chromium.worker.kill();
    await page.reload();
    // What makes the file waits some seconds for a worker that died, and then asks the next one.
    await expect
      .poll(() => page.getByRole('switch', { name: words.byItself }).isChecked(), {
        timeout: 120_000,
      })
      .toBe(true);
    expect(files()).toHaveLength(2);
  },
);

test(
  'where the browser asks for a place they stay off, and its setting is named',
  { ...LIMITS, tags: ['long'] },
  async () => {
    const scene = await copiedScene({ asks: true });
    const { page } = scene;
    await page.getByRole('switch', { name: words.byItself }).click();
    await page.getByText(words.settingsOf.chromium).waitFor({ timeout: 40_000 });
    expect(await page.getByRole('switch', { name: words.byItself }).isChecked()).toBe(false);
    expect(await copiesIn(scene)).toMatchObject({ isOn: false, accounts: {} });
  },
);

test(
  'a library that was erased comes back whole from the copy that made itself',
  { ...LIMITS, tags: ['long'] },
  async () => {
    const scene = await copiedScene();
    const { chromium, files, path, page } = scene;
    await switchOn(scene);
    const before = await readLibrary(chromium);
    await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
    await page.getByRole('dialog').getByText(words.filesStay).waitFor();
    await page.getByRole('button', { name: settings.erase, exact: true }).click();
    await expect
      .poll(
        () =>
          chromium.worker.evaluate(async () => Object.keys(await chrome.storage.local.get(null))),
        {
          timeout: 30_000,
        },
      )
      .not.toContain('copies');
    await page.close();

    const welcome = await chromium.openOptions('#/welcome');
    await welcome.getByRole('button', { name: words.restore, exact: true }).click();
    await welcome.getByLabel(words.copyFile).setInputFiles(path(files()[0] ?? ''));
    await welcome.getByRole('button', { name: words.restoreNow, exact: true }).click();
    await showsGames(welcome, 42);
    expect(await readLibrary(chromium)).toEqual(before);
  },
);

test('in Firefox too', { ...LIMITS, tags: ['long'] }, async () => {
  const disk = aFolder();
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  const firefox = await launchFirefox({ simulator });
  const { page, marionette } = firefox;
  try {
    await marionette.execute(
      // The question of the browser's is answered with yes.
      `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
       Services.prefs.setIntPref('browser.download.folderList', 2);
       Services.prefs.setStringPref('browser.download.dir', args[0]);`,
      [disk],
      'chrome',
    );
    await firefox.signIn('casual');
    await firefox.openPopup();
    await page.click('button', 'Connect PlayStation');
    await page.waitFor(IN_FIREFOX.isSynced);
    await firefox.openOptions('#/settings');
    await page.waitFor(IS_THERE, words.byItself);
    // A click of the player's: browsers take the question from no other.
    await page.click('checkbox', words.byItself);
    await page.waitFor(`${FIND} return find(args[0])?.checked === true`, words.byItself);
    const files = readdirSync(`${disk}/Trophy Shelf`);
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(statSync(`${disk}/Trophy Shelf/${file}`).size).toBeGreaterThan(1_000);
      expect(rowsOf(`${disk}/Trophy Shelf/${file}`)).toContain('"titles"');
    }
    expect((await firefox.readErrors()).errors).toEqual([]);
  } finally {
    await firefox.close();
    await simulator.close();
  }
});

const FIND = `
  const find = (name) => [...document.querySelectorAll('label')]
    .find((label) => label.textContent.includes(name))?.querySelector('input');`;
const IS_THERE = `${FIND} return Boolean(find(args[0]))`;
