import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Cause } from '../../utils/domain/failure.ts';
import { ACTIONS } from '../../utils/words/needs.ts';
import type { Firefox } from '../browser/firefox.ts';
import type { Scene } from './scene.ts';

/** Where a connection that needs its player says so: in the popup, and at these routes. */
const ROUTES = ['#/settings', '#/library'];
/** What can be the one button. `Sync now` has a place of its own on every page. */
const WAYS = Object.values(ACTIONS).filter((name) => name !== ACTIONS.sync);

/** Runs in a page: why it says that the player is needed, and what there is to be clicked. */
const SEEN = `
  const ways = [...document.querySelectorAll('main button, main a')]
    .filter((each) => each.checkVisibility())
    .map((each) => each.innerText.trim())
    .filter((name) => ${JSON.stringify(WAYS)}.includes(name));
  const alerts = [...document.querySelectorAll('[role=alert]')];
  return {
    causes: alerts.map((each) => each.dataset.cause),
    hasSentence: alerts.every((each) => each.innerText.includes('.')),
    ways,
  };`;

/** One cause in one sentence, and one way out of it, on every page that says so. */
export async function needIsShown({ chromium }: Scene, cause: Cause, way: string): Promise<void> {
  const opens = [
    () => chromium.openPopup(),
    ...ROUTES.map((route) => () => chromium.openOptions(route)),
  ];
  for (const open of opens) {
    const page: Page = await open();
    await showsNeed(() => page.evaluate(`(() => {${SEEN}})()`), cause, way);
    await page.close();
  }
}

/** The same in Firefox, whose one page shows the popup afterwards. */
export async function needIsShownInFirefox(
  firefox: Firefox,
  cause: Cause,
  way: string,
): Promise<void> {
  for (const route of ROUTES) {
    await firefox.openOptions(route);
    await showsNeed(() => firefox.page.evaluate(SEEN), cause, way);
  }
  await firefox.openPopup();
  await showsNeed(() => firefox.page.evaluate(SEEN), cause, way);
}

async function showsNeed(seen: () => Promise<unknown>, cause: Cause, way: string): Promise<void> {
  // A page that is being drawn has no document to ask for a moment.
  await expect
    .poll(() => seen().catch(() => null), { timeout: 20_000 })
    .toEqual({ causes: [cause], hasSentence: true, ways: [way] });
}
