import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ACTIONS } from '../../utils/words/needs.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { createProfile } from '../browser/temporary-profile.ts';
import { startSimulator } from '../psn/simulator.ts';
import { syncEndsInFirefox } from './firefox-time.ts';
import { needIsShown, needIsShownInFirefox } from './needs-on-pages.ts';
import { connectedScene, type Scene } from './scene.ts';
import { readSnapshot } from './stores.ts';

const LIMITS = { tags: ['long'], timeout: 120_000 };

/** Chromium closes the files of a database that nobody has open any more after two seconds. */
const CLOSED_AFTER = 4_000;
const TRIED_AFTER = 3_000;

/** A file stands where the browser keeps our databases, as on a damaged disk, until it is put right again. */
async function damage({ chromium }: Scene): Promise<() => void> {
  const about = await chromium.context.newPage();
  await about.goto('chrome://version');
  const databases = join(await about.locator('#profile_path').innerText(), 'IndexedDB');
  await about.close();
  await chromium.worker.kill();
  await sleep(CLOSED_AFTER);
  const ours = readdirSync(databases).find((name) => name.includes(chromium.extensionId)) ?? '';
  const folder = join(databases, ours);
  const away = `${folder}.away`;
  renameSync(folder, away);
  writeFileSync(folder, '');
  return () => {
    rmSync(folder);
    renameSync(away, folder);
  };
}

test(
  'databases that the browser cannot read are told on every page, and left by one button',
  LIMITS,
  async () => {
    const scene = await connectedScene();
    const putRight = await damage(scene);
    await needIsShown(scene, 'storage-damaged', ACTIONS.again);
    const before = (await readSnapshot(scene.chromium))?.lastSyncedAt ?? 0;

    const popup = await scene.chromium.openPopup();
    const again = popup.getByRole('button', { name: ACTIONS.again });
    await again.waitFor();
    // A page that opens has it tried once more by itself.
    await sleep(TRIED_AFTER);
    putRight();
    await again.click();
    await popup.getByRole('button', { name: 'Sync now' }).waitFor();
    expect(await popup.getByRole('alert').count()).toBe(0);
    await expect
      .poll(async () => (await readSnapshot(scene.chromium))?.lastSyncedAt, { timeout: 30_000 })
      .toBeGreaterThan(before);
  },
);

test(
  'a Firefox that keeps nothing says so on every page, and connecting goes on once it does',
  LIMITS,
  async () => {
    const simulator = await startSimulator({ account: 'casual', signedIn: false });
    onTestFinished(() => simulator.close());
    const profile = createProfile();
    onTestFinished(() => profile.remove());
    const forgetful = await launchFirefox({
      simulator,
      profile: profile.folder,
      remembersHistory: false,
    });
    onTestFinished(() => forgetful.close());
    await forgetful.signIn('casual');
    await forgetful.openPopup();
    await forgetful.page.click('button', 'Connect PlayStation');
    await needIsShownInFirefox(forgetful, 'storage-unavailable', ACTIONS.again);
    // It changes nothing where nothing has changed.
    await forgetful.page.click('button', ACTIONS.again);
    await needIsShownInFirefox(forgetful, 'storage-unavailable', ACTIONS.again);
    await forgetful.close();

    const firefox = await launchFirefox({ simulator, profile: profile.folder });
    onTestFinished(() => firefox.close());
    await firefox.signIn('casual');
    await firefox.openPopup();
    await syncEndsInFirefox(firefox);
    await firefox.page.waitFor(`return document.querySelector('[role=alert]') === null`);
  },
);
