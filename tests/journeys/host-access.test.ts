import { expect, onTestFinished, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { ADDON_ID, ADDON_UUID } from '../browser/firefox-preferences.ts';
import { startSimulator } from '../psn/simulator.ts';
import {
  clickConnect,
  connectedScene,
  type Scene,
  setScene,
  showsCause,
  syncEnds,
} from './scene.ts';
import {
  connectionSeenBy,
  IN_FIREFOX,
  openBystander,
  readConnection,
  readSnapshot,
} from './stores.ts';
import { HOSTS_OFF_TITLE, ALLOW_HOSTS } from '../../utils/words/connecting.ts';
import { COPY_NPSSO, COPY, LEND_TITLE } from '../../utils/words/lend-npsso.ts';
import { FAILURES } from '../../utils/words/failures.ts';

/** What a player can say of an extension's access on `chrome://extensions`. */
type HostAccess = 'ON_CLICK' | 'ON_ALL_SITES';

interface DeveloperPrivate {
  updateExtensionConfiguration(change: {
    extensionId: string;
    hostAccess: HostAccess;
  }): Promise<void>;
}

async function setAccess({ chromium }: Scene, hostAccess: HostAccess): Promise<void> {
  const page = await chromium.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async ([extensionId, access]) => {
      const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
      await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access });
    },
    [chromium.extensionId, hostAccess] as const,
  );
  await page.close();
}

async function phase({ chromium }: Scene): Promise<string> {
  return ((await readConnection(chromium)) as { phase: string }).phase;
}

test('connecting waits for access that was withdrawn, can be cancelled, and goes on when it is given', async () => {
  const scene = await setScene();
  await setAccess(scene, 'ON_CLICK');
  const popup = await clickConnect(scene);
  await popup.getByRole('heading', { name: HOSTS_OFF_TITLE }).waitFor();
  expect(await phase(scene)).toBe('waiting-for-access');
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).waitFor();
  expect(await readConnection(scene.chromium)).toEqual({ phase: 'disconnected', failure: null });
  expect(scene.simulator.control.log).toEqual([]);

  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  await popup.getByRole('button', { name: ALLOW_HOSTS }).waitFor();
  const bystander = await openBystander(scene.chromium);
  await popup.close();
  await scene.chromium.worker.kill();
  expect(await connectionSeenBy(bystander)).toMatchObject({ phase: 'waiting-for-access' });
  // In the browser's own settings, while nobody of ours lives.
  await setAccess(scene, 'ON_ALL_SITES');
  await expect
    .poll(() => connectionSeenBy(bystander), { timeout: 20_000 })
    .toMatchObject({ phase: 'connected' });
  await syncEnds(scene);
});

test(
  'an NPSSO is not copied without access, and why is told as it is',
  { tags: ['long'] },
  async () => {
    const scene = await connectedScene();
    await setAccess(scene, 'ON_CLICK');
    const settings = await scene.chromium.openOptions('#/settings');
    await settings.getByRole('button', { name: COPY_NPSSO }).click();
    await settings.getByRole('button', { name: COPY }).click();

    const alert = settings.getByRole('region', { name: LEND_TITLE }).getByRole('alert');
    await alert.waitFor();
    await showsCause(alert, 'permission-missing');
  },
);

test(
  'a sync says that access was withdrawn, and goes on by itself when it is given',
  { tags: ['long'] },
  async () => {
    const scene = await connectedScene();
    const before = (await readSnapshot(scene.chromium))?.lastSyncedAt ?? 0;
    scene.simulator.control.inject({ endpoint: 'trophyTitles', fault: { slow: 20_000 } });
    const popup = await scene.chromium.openPopup();
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await popup.getByRole('progressbar', { name: 'Sync' }).waitFor();
    await setAccess(scene, 'ON_CLICK');
    await popup.getByRole('button', { name: ALLOW_HOSTS }).waitFor();
    // Nothing that cannot work, and nothing that says that all is well.
    expect(await popup.getByRole('button', { name: 'Sync now' }).count()).toBe(0);
    const life = popup.getByRole('region', { name: 'Token life' });
    expect(await life.innerText()).not.toMatch(/Connected|renews/);
    const alert = popup.getByRole('alert');
    expect(await alert.innerText()).toContain(FAILURES['permission-missing'].sentence);
    expect(await alert.innerText()).not.toMatch(/Continues at/);

    await setAccess(scene, 'ON_ALL_SITES');
    await expect
      .poll(async () => (await readSnapshot(scene.chromium))?.lastSyncedAt, { timeout: 20_000 })
      .toBeGreaterThan(before);
    await expect.poll(() => popup.getByRole('alert').count()).toBe(0);
  },
);

/** Runs in Firefox itself: answers its question about access, once it takes an answer. */
const ANSWER_QUESTION = `
  const { panel } = Services.wm.getMostRecentWindow('navigator:browser').PopupNotifications;
  const question = panel.querySelector('#addon-webext-permissions-notification');
  if (panel.state !== 'open' || question === null) return '';
  const hosts = question.textContent;
  // It takes no answer in its first half second.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  question[args[0] ? 'button' : 'secondaryButton'].click();
  return hosts;`;

async function answerQuestion({ marionette }: Firefox, isGiven: boolean): Promise<string> {
  const answer = () => marionette.execute(ANSWER_QUESTION, [isGiven], 'chrome');
  let hosts: unknown;
  await expect.poll(async () => (hosts = await answer()), { timeout: 10_000 }).not.toBe('');
  return String(hosts);
}

const WITHDRAW = `
  const { host_permissions } = browser.runtime.getManifest();
  return browser.permissions.remove({ origins: host_permissions })`;

/** A signed-in player has withdrawn the access, and the click on Connect asks for it. */
async function asksForAccess(): Promise<Firefox> {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  const { page } = firefox;
  await firefox.signIn('casual');
  await firefox.openPopup();
  expect(await page.evaluate(WITHDRAW)).toBe(true);
  await page.click('button', 'Connect PlayStation');
  await page.find('button', ALLOW_HOSTS);
  return firefox;
}

const PHASE = `return (await browser.storage.local.get('connection')).connection?.phase`;

test(
  'in Firefox the click on Connect asks for access, and connecting goes on with it',
  { tags: ['long'] },
  async () => {
    const firefox = await asksForAccess();
    const { page } = firefox;
    const hosts = await answerQuestion(firefox, false);
    expect(hosts).toContain('ca.account.sony.com');
    expect(hosts).toContain('m.np.playstation.com');
    expect(await page.evaluate(PHASE)).toBe('waiting-for-access');
    await page.click('button', 'Cancel');
    await page.find('button', 'Connect PlayStation');
    expect(await page.evaluate(PHASE)).toBe('disconnected');

    await page.click('button', 'Connect PlayStation');
    await answerQuestion(firefox, true);
    await firefox.openOptions('#/settings');
    await page.waitFor(IN_FIREFOX.isSynced);
  },
);

/** Runs in Firefox itself: what its page about add-ons does where the player gives access. */
const GIVE_ACCESS = `
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  await ExtensionPermissions.add(args[0], { permissions: [], origins: args[1] }, extension);`;

test(
  'in Firefox access that is given in its own settings is noticed, also where the background is dead',
  { tags: ['long'] },
  async () => {
    const firefox = await asksForAccess();
    const { page, marionette } = firefox;
    await answerQuestion(firefox, false);
    const hosts = await page.evaluate(`return browser.runtime.getManifest().host_permissions`);
    // A page of the extension's in which nothing of it runs.
    await page.goto(`moz-extension://${ADDON_UUID}/icons/48.png`);
    await firefox.killBackground();

    await marionette.execute(GIVE_ACCESS, [ADDON_ID, hosts], 'chrome');
    await expect.poll(() => page.evaluate(IN_FIREFOX.isConnected), { timeout: 20_000 }).toBe(true);
  },
);
