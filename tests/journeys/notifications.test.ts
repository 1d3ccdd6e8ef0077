import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { builtExtension } from '../browser/built-extension.ts';
import { connectedScene, type ConnectedOptions, passTime, type Scene, tabAt } from './scene.ts';
import { readLibrary } from './stored-library.ts';
import { readSnapshot, ringAllAlarms } from './stores.ts';
import { WARN } from '../../utils/words/staying-connected.ts';
import { NEWS } from '../../utils/words/syncing.ts';
import * as app from '../../utils/words/en/app.json';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LIMITS = { tags: ['long'], timeout: 180_000 };

/** The build, with the permission that a player gives in a question of the browser's, which nobody can answer here. */
function permittedCopy(): string {
  const folder = mkdtempSync(`${tmpdir()}/trophy-shelf-permitted-`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(builtExtension('chrome-mv3'), folder, { recursive: true });
  const file = `${folder}/manifest.json`;
  const { optional_permissions: optional, ...manifest } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as {
    permissions: string[];
    optional_permissions: string[];
  };
  manifest.permissions.push(...optional);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** A player who wants every notification. */
async function toldScene(options: ConnectedOptions = {}): Promise<Scene> {
  const scene = await connectedScene({ ...options, extension: permittedCopy() });
  const settings = await scene.chromium.openOptions('#/settings');
  for (const name of [WARN, NEWS]) {
    const wish = settings.getByRole('switch', { name });
    await wish.click();
    await expect.poll(() => wish.isChecked()).toBe(true);
  }
  await settings.close();
  return scene;
}

/** What is shown, by name; the title and the text of each are Chromium's own business. */
async function shown({ chromium }: Scene): Promise<string[]> {
  return chromium.worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

async function dismissAll({ chromium }: Scene): Promise<void> {
  await chromium.worker.evaluate(async () => {
    for (const name of Object.keys(await chrome.notifications.getAll()))
      await chrome.notifications.clear(name);
  });
}

/** Clicks on one, as far as a browser without a screen can. Answers the page that it leads to. */
async function click(scene: Scene, name: string, route: string): Promise<Page> {
  await scene.chromium.worker.evaluate((id) => {
    const clicked = chrome.notifications.onClicked as unknown as { dispatch(id: string): void };
    clicked.dispatch(id);
  }, name);
  return tabAt(scene, `chrome-extension://${scene.chromium.extensionId}/options.html${route}`);
}

/** The next day's sync is over, and what follows from it. */
async function syncNextDay(scene: Scene): Promise<void> {
  const before = (await readSnapshot(scene.chromium))?.lastSyncedAt ?? 0;
  await passTime(scene, DAY);
  await ringAllAlarms(scene.chromium);
  await expect.poll(() => lastSync(scene), { timeout: 60_000 }).toBeGreaterThan(before);
  // Said by the same alarm, a moment later.
  await scene.chromium.worker.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
}

/** When the last sync ended; 0 while one is under way. */
async function lastSync({ chromium }: Scene): Promise<number> {
  const snapshot = await readSnapshot(chromium);
  return snapshot?.sync.state === 'idle' ? (snapshot.lastSyncedAt ?? 0) : 0;
}

test(
  'a player is warned with 14 days left, with 2, and at the end, and led to the button',
  LIMITS,
  async () => {
    const scene = await toldScene({ prepare: (control) => control.setSessionLength(15 * 86_400) });
    const { control } = scene.simulator;
    expect(await shown(scene)).toEqual([]);

    for (const left of [14 * DAY, 2 * DAY]) {
      const endsAt = control.sessionCookie().expires * 1_000;
      await passTime(scene, endsAt - control.now() - left);
      await expect.poll(() => shown(scene), { timeout: 20_000 }).toEqual(['token-life']);
      const settings = await click(scene, 'token-life', '#/settings');
      await settings.getByRole('button', { name: 'Start fresh' }).waitFor();
      await settings.close();
      await dismissAll(scene);
    }

    control.signOut();
    await passTime(scene, 3 * DAY);
    await expect.poll(() => shown(scene), { timeout: 40_000 }).toEqual(['token-life']);
    const settings = await click(scene, 'token-life', '#/settings');
    await settings.getByRole('button', { name: 'Sign in again' }).waitFor();
  },
);

interface Title {
  npCommunicationId: string;
  progress: number;
  defined: { bronze: number; silver: number; gold: number; platinum: number };
  earned: { platinum: number };
}

test(
  'a new platinum and a lost 100 % are told, a sync that finds neither is not',
  LIMITS,
  async () => {
    const scene = await toldScene();
    const { control } = scene.simulator;
    const titles = (await readLibrary(scene.chromium)).titles as Title[];
    await syncNextDay(scene);
    expect(await shown(scene)).toEqual([]);

    const won = titles.find(({ defined, earned }) => defined.platinum > earned.platinum);
    const { bronze = 0, silver = 0, gold = 0 } = won?.defined ?? {};
    const { npCommunicationId: id = '' } = won ?? {};
    for (let trophy = 0; trophy <= bronze + silver + gold; trophy++)
      control.earnTrophy('casual', id, trophy);
    await syncNextDay(scene);
    await expect.poll(() => shown(scene)).toEqual([`game-${id}`]);
    const game = await click(scene, `game-${id}`, `#/game/${id}`);
    await game.getByRole('main').getByText(app.grades.platinum).first().waitFor();
    await dismissAll(scene);

    const { npCommunicationId: grown = '' } = titles.find(({ progress }) => progress === 100) ?? {};
    control.addDlc('casual', grown);
    await syncNextDay(scene);
    await expect.poll(() => shown(scene)).toEqual([`game-${grown}`]);
    await click(scene, `game-${grown}`, `#/game/${grown}`);
  },
);

test(
  'syncs that fall short for two days are told once, and the click leads to what is missing',
  LIMITS,
  async () => {
    const scene = await toldScene();
    scene.simulator.control.inject({ endpoint: 'gamelist', fault: '503', call: 'every' });
    for (let day = 0; day < 2; day++) {
      await syncNextDay(scene);
      expect(await shown(scene)).toEqual([]);
    }
    await syncNextDay(scene);
    await expect.poll(() => shown(scene), { timeout: 20_000 }).toEqual(['shortfall']);
    const library = await click(scene, 'shortfall', '#/library');
    await library
      .getByRole('main')
      .getByText(/Playtimes are missing or old/)
      .waitFor();
    await dismissAll(scene);
    await syncNextDay(scene);
    expect(await shown(scene)).toEqual([]);
  },
);
