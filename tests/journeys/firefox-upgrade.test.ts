import { expect, onTestFinished, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { updatedBuild, type UpdatedBuild } from '../browser/later-build.ts';
import { createProfile } from '../browser/temporary-profile.ts';
import { startSimulator } from '../psn/simulator.ts';
import { IN_FIREFOX } from './stores.ts';
import {
  beginUpgrade,
  goesOn,
  hasEverything,
  letUpgrade,
  makeThings,
  type Run,
  saysReload,
  showsLibrary,
  type StoredLibrary,
} from './upgrading.ts';
import { ACTIONS } from '../../utils/words/needs.ts';

const GAMES = 42;
const LIBRARY = '#/library?show=all';

const inPage =
  ({ page }: Firefox): Run =>
  (body) =>
    page.evaluate(body);

interface Earlier {
  firefox: Firefox;
  build: UpdatedBuild;
  before: StoredLibrary;
  /** Starts Firefox on the same profile. */
  launch: () => Promise<Firefox>;
}

/** A player has made this and that of a library; then the background is updated, and a page of before is opened. */
async function updateUnderPage(): Promise<Earlier> {
  const build = updatedBuild('firefox-mv3');
  onTestFinished(() => build.remove());
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  onTestFinished(() => simulator.close());
  const profile = createProfile();
  onTestFinished(() => profile.remove());
  const launch = async (): Promise<Firefox> => {
    const [extension, { folder }] = [build.folder, profile];
    const started = await launchFirefox({ simulator, extension, profile: folder });
    onTestFinished(() => started.close());
    return started;
  };
  const firefox = await launch();
  await firefox.signIn('casual');
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.waitFor(IN_FIREFOX.isSynced);
  await firefox.openOptions('#/settings');
  const before = await makeThings(inPage(firefox));
  build.updateBackground();
  // Firefox closes the pages of what it loads again, and itself with the last one.
  await firefox.page.goto('about:blank');
  await firefox.install();
  await firefox.openOptions(LIBRARY);
  await showsLibrary(inPage(firefox), GAMES);
  return { firefox, build, before, launch };
}

test(
  'in Firefox a later build has all that an earlier one stored, and its open page says to reload',
  { tags: ['long'] },
  async () => {
    const { firefox, build, before } = await updateUnderPage();
    const run = inPage(firefox);
    await beginUpgrade(run);
    await letUpgrade(run);

    await saysReload(run);
    build.update();
    await firefox.page.click('button', ACTIONS.again);
    await firefox.page.waitFor(`return document.querySelector('[role=alert]') === null`);
    await showsLibrary(run, GAMES);
    await hasEverything(run, before);
    await goesOn(run, before);
    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  },
);

test(
  'an upgrade in which Firefox is killed is finished when it starts again',
  { tags: ['long'], timeout: 240_000 },
  async () => {
    const { firefox, build, before, launch } = await updateUnderPage();
    await beginUpgrade(inPage(firefox));
    await firefox.kill();
    build.update();

    const again = await launch();
    await again.openOptions(LIBRARY);
    await showsLibrary(inPage(again), GAMES);
    await hasEverything(inPage(again), before);
    await goesOn(inPage(again), before);
    expect(await again.readErrors()).toEqual({ errors: [], policyViolations: [] });
  },
);
