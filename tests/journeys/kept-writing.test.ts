import { expect, test } from 'vitest';
import { launchFirefox } from '../browser/firefox.ts';
import { startSimulator } from '../psn/simulator.ts';
import { connectedScene } from './scene.ts';
import { IN_FIREFOX } from './stores.ts';
import * as game from '../../utils/words/en/game.json';
import * as library from '../../utils/words/en/library.json';

/** What a player writes is still there when they come back, however they went away. */
const [NOTE, TAG, VIEW] = ['After the lighthouse', 'co-op', 'Five'];

test(
  'what is being written outlives Back, another page and a closed tab',
  { tags: ['long'] },
  async () => {
    const { chromium } = await connectedScene({ account: 'casual' });
    const page = await chromium.openOptions('#/library');
    await page.getByRole('list', { name: 'Library' }).getByRole('link').first().click();
    await page.getByRole('button', { name: game.note }).first().click();
    await page.getByRole('textbox', { name: game.note }).pressSequentially(NOTE);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    await page.goForward();
    await page.getByRole('main').getByText(NOTE).waitFor();

    const address = page.url();
    await page.getByRole('button', { name: game.details, exact: true }).click();
    await page.getByRole('combobox', { name: game.addTag }).pressSequentially(TAG);
    await page.close();
    const again = await chromium.openOptions(new URL(address).hash);
    await again.getByRole('main').getByText(TAG).first().waitFor();

    await again.goto(address.replace(/#.*/, '#/library'));
    await again.getByRole('button', { name: library.saveView }).click();
    await again.getByRole('textbox', { name: library.viewName }).fill(VIEW);
    await again.getByRole('link', { name: 'Settings' }).click();
    await again.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await again.goBack();
    await again.getByRole('link', { name: VIEW }).waitFor();
  },
);

test('in Firefox too', { tags: ['long'], timeout: 120_000 }, async () => {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  const firefox = await launchFirefox({ simulator });
  const { page } = firefox;
  const opensFirst = `document.querySelector('main a[href^="#/game/"]').click();`;
  const type = `
    const field = document.querySelector(args[0]);
    field.focus();
    field.value = args[1];
    field.dispatchEvent(new Event('input', { bubbles: true }));`;
  const isSaid = `return document.querySelector('main').textContent.includes(args[0])`;
  try {
    await firefox.signIn('casual');
    await firefox.openPopup();
    await page.click('button', 'Connect PlayStation');
    await page.waitFor(IN_FIREFOX.isSynced);
    await firefox.openOptions('#/library');
    await page.waitFor(`return document.querySelector('main a[href^="#/game/"]') !== null`);
    await page.evaluate(opensFirst);
    await page.waitFor(`return document.querySelector('[data-control=note]') !== null`);
    await page.evaluate(`document.querySelector('[data-control=note]').click()`);
    await page.waitFor(`return document.querySelector('main textarea') !== null`);
    await page.evaluate(type, 'main textarea', NOTE);
    await page.evaluate('history.back()');
    await page.waitFor(`return document.querySelector('main textarea') === null`);
    await page.evaluate('history.forward()');
    await page.waitFor(isSaid, NOTE);

    const hash = String(await page.evaluate('return location.hash'));
    await page.click('button', game.details);
    await page.evaluate(type, 'main input[list]', TAG);
    await page.goto('about:blank');
    await firefox.openOptions(hash);
    await page.waitFor(isSaid, TAG);
    expect((await firefox.readErrors()).errors).toEqual([]);
  } finally {
    await firefox.close();
    await simulator.close();
  }
});
