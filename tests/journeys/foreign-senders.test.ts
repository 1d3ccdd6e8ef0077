import { expect, onTestFinished, test } from 'vitest';
import type { RequestName } from '../../utils/messaging/protocol.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { ADDON_ID } from '../browser/firefox-preferences.ts';
import {
  NEIGHBOUR_ADDON_ID,
  NEIGHBOUR_SITE,
  SEND,
  unpackedId,
  writeNeighbour,
} from '../browser/neighbour.ts';
import { createProfile } from '../browser/temporary-profile.ts';
import { type LogEntry, startSimulator } from '../psn/simulator.ts';
import { connectedScene, settles } from './scene.ts';
import { IN_FIREFOX, readStores } from './stores.ts';
import { NOT_COPIED } from '../../utils/domain/copies/copy-figures.ts';

const npCommunicationId = 'NPWR00001_00';
const REQUESTS: Record<RequestName, unknown> = {
  connect: null,
  connectAnyway: null,
  startFresh: null,
  connectPasted: null,
  cancelConnecting: null,
  openSignIn: null,
  lendNpsso: null,
  resume: null,
  pageShown: null,
  tabLoaded: { tabId: 1 },
  syncNow: null,
  stopSync: null,
  openGame: { npCommunicationId },
  fetchGame: { npCommunicationId },
  chooseGames: { choices: [[npCommunicationId, 'picked']] },
  markGame: { npCommunicationId, marks: { hide: true } },
  annotateTrophy: {
    ...{ npCommunicationId, trophyId: 0, note: 'x' },
    ...{ pinned: true, unobtainable: true, online: true },
  },
  notThis: { npCommunicationId, trophyId: 0, value: { until: null } },
  setGoal: { id: 1, goal: { kind: 'platinums', start: 1, startDay: 1, target: 2, by: 9 } },
  newsSeen: { upTo: 1 },
  acknowledgeLoss: null,
  showLibrary: { library: null },
  restoreCopy: { mark: 'seen' },
  undoRestore: null,
  stopRoaming: null,
  copies: { wanted: 'now' },
  copyMade: { mark: 'drawn', outcome: NOT_COPIED },
  changeSettings: { renewal: false },
  disconnect: null,
  eraseLibrary: { accountId: '1', takesOff: false },
  eraseEverything: null,
};
/** As the messenger sends them, and what nobody would. */
const MESSAGES = [
  ...Object.entries(REQUESTS).map(([type, data]) => ({ id: 1, type, data, timestamp: 1 })),
  ...[null, 7, 'eraseEverything', [], {}, { type: {} }, { type: 'nothing', data: {} }],
];
const REFUSED = /Receiving end does not exist/;

/** A new folder with somebody else's extension in it. */
function neighbourFolder(): string {
  const profile = createProfile();
  onTestFinished(() => profile.remove());
  writeNeighbour(profile.folder);
  return profile.folder;
}

/** The site's own page is asked for by the test, and pictures by whatever page of ours is opened. */
function isOwn({ host, endpoint }: LogEntry): boolean {
  return endpoint !== 'images' && host !== 'www.playstation.com';
}

const ASK_CONTENT_SCRIPT = `(ask) => new Promise((resolve) => {
  addEventListener('message', ({ data }) => data.told && resolve(data.told));
  postMessage({ ask });
})`;

test('another extension, its script on a site and the site itself are refused whatever they ask for', async () => {
  const neighbour = neighbourFolder();
  const scene = await connectedScene({ neighbour });
  const { chromium, simulator } = scene;
  await settles(scene);
  const before = await readStores(chromium);
  const asked = simulator.control.log.length;

  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${unpackedId(neighbour)}/page.html`);
  const ask = JSON.stringify([chromium.extensionId, MESSAGES]);
  const outcomes = await page.evaluate<string[]>(`(${SEND})(...${ask})`);
  await page.goto(NEIGHBOUR_SITE);
  outcomes.push(...(await page.evaluate<string[]>(`(${SEND})(...${ask})`)));
  outcomes.push(...(await page.evaluate<string[]>(`(${ASK_CONTENT_SCRIPT})(${ask})`)));
  await page.close();

  expect(outcomes).toHaveLength(3 * MESSAGES.length);
  for (const outcome of outcomes) expect(outcome).toMatch(REFUSED);
  await settles(scene);
  expect(await readStores(chromium)).toBe(before);
  expect(simulator.control.log.slice(asked).filter(isOwn)).toEqual([]);
});

test('in Firefox too', { tags: ['long'] }, async () => {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  await firefox.signIn('casual');
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.waitFor(IN_FIREFOX.isSynced);
  const path = neighbourFolder();
  await firefox.marionette.send('Addon:Install', { path, temporary: true });
  const host = await firefox.marionette.execute(
    'return WebExtensionPolicy.getByID(args[0]).mozExtensionHostname;',
    [NEIGHBOUR_ADDON_ID],
    'chrome',
  );
  const stored = 'return JSON.stringify(await browser.storage.local.get(null))';
  // What looks after a sync whether a copy is due writes last.
  await expect.poll(() => firefox.page.evaluate(stored)).toMatch(/"seenSync":\d/);
  const before = await firefox.page.evaluate(stored);
  const asked = simulator.control.log.length;

  const ask = JSON.stringify([ADDON_ID, MESSAGES]);
  await firefox.page.goto(`moz-extension://${String(host)}/page.html`);
  const outcomes = (await firefox.page.evaluate(`return (${SEND})(...${ask})`)) as string[];
  await firefox.page.goto(NEIGHBOUR_SITE);
  outcomes.push(
    ...((await firefox.page.evaluate(`return (${ASK_CONTENT_SCRIPT})(${ask})`)) as string[]),
  );

  expect(outcomes).toHaveLength(2 * MESSAGES.length);
  for (const outcome of outcomes) expect(outcome).toMatch(REFUSED);
  await firefox.openOptions('#/library');
  expect(await firefox.page.evaluate(stored)).toBe(before);
  expect(simulator.control.log.slice(asked).filter(isOwn)).toEqual([]);
});
