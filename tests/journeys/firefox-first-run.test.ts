import { onTestFinished, test } from 'vitest';
import { launchFirefox } from '../browser/firefox.ts';
import { startSimulator } from '../psn/simulator.ts';
import { syncEndsInFirefox } from './firefox-time.ts';
import { WELCOME } from '../../utils/words/welcome.ts';

/** Runs in the page: presses what is called so, and says whether it was there. */
const PRESS = `
  const [selector, name] = args;
  const found = [...document.querySelectorAll(selector)]
    .find(({ textContent }) => new RegExp(name).test(textContent.trim()));
  found?.click();
  return found !== undefined;`;

test(
  'in Firefox, from being greeted to the first list of trophies by the words of the pages alone',
  { tags: ['long'], timeout: 120_000 },
  async () => {
    const simulator = await startSimulator({ account: 'casual', signedIn: false });
    onTestFinished(() => simulator.close());
    // That installing opens this very page is waited for in there.
    const firefox = await launchFirefox({ simulator });
    onTestFinished(() => firefox.close());
    const { page } = firefox;
    await firefox.signIn('casual');
    await firefox.openOptions('#/welcome');
    await page.find('heading', WELCOME);

    await page.click('button', 'Connect PlayStation');
    await page.find('heading', 'Pick games');
    await page.waitFor(PRESS, 'button', '^Import \\d');
    await page.find('heading', 'Library');
    await syncEndsInFirefox(firefox);
    await page.waitFor(PRESS, '[aria-label=Library] a', '.');
    await page.waitFor(`return document.querySelector('[aria-label=Trophies] li') !== null`);
  },
);
