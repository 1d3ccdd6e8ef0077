import { expect, onTestFinished, test } from 'vitest';
import { LATER_VERSION, updatedBuild } from '../browser/later-build.ts';
import { PROFILE_BROWSERS } from '../journeys/profile-browsers.ts';
import { hasRows, hasStatus } from '../journeys/stored-profile.ts';
import {
  beginUpgrade,
  closeGate,
  letUpgrade,
  openGate,
  saysReload,
  showsLibrary,
} from '../journeys/upgrading.ts';
import { storedFixtures, type StoredFixture } from '../support/stored-fixture.ts';

const LIBRARY = '#/library?show=all';

const CELLS = PROFILE_BROWSERS.flatMap(([name, build, launch]) =>
  storedFixtures().map(([number, fixture]) => ({ name, number, build, launch, fixture })),
);

test.each(CELLS)(
  'in $name what build $number stored outlives an upgrade that is killed at every step',
  { timeout: 240_000 },
  async ({ build: of, launch, fixture }) => {
    const build = updatedBuild(of);
    onTestFinished(() => build.remove());
    const laid = withoutCarriedOver(fixture);
    const games = shownTitles(laid);
    const browser = await launch(laid, build.folder);
    const first = await browser.open(LIBRARY);
    await showsLibrary(first, games);
    await hasRows(first, laid);
    await hasStatus(first, laid);

    build.updateBackground();
    await browser.reload();
    const page = await browser.open(LIBRARY);
    await showsLibrary(page, games);
    // Before anything is opened.
    await browser.killBackground();
    await hasRows(page, laid);

    await beginUpgrade(page);
    // The page wakes the next one, at once perhaps: it must not begin again.
    await closeGate(page);
    await browser.killBackground();
    await hasRows(page, laid);

    await openGate(page);
    await letUpgrade(page);
    await browser.wakeBackground();
    await saysReload(page);
    await browser.killBackground();
    await hasRows(page, laid, LATER_VERSION);

    build.update();
    await browser.reload();
    const later = await browser.open(LIBRARY);
    await showsLibrary(later, games);
    await hasRows(later, laid, LATER_VERSION);
    await hasStatus(later, laid);
    expect(await later(`return document.querySelector('[data-cause="storage-newer"]')`)).toBeNull();
  },
);

/** All but those that the player has hidden. */
function shownTitles({ library }: StoredFixture): number {
  return (library['titles'] ?? []).filter((title) => title['hide'] !== true).length;
}

/** Of an account of its own, whose library would be upgraded first. */
function withoutCarriedOver(fixture: StoredFixture): StoredFixture {
  const { carriedOver, ...local } = fixture.local;
  expect(carriedOver).toBeDefined();
  return { ...fixture, local };
}
