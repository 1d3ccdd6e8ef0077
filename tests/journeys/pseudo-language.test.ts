import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { build } from 'wxt';
import { inPseudoLanguage, PSEUDO, pseudo } from '../words/pseudo-language.ts';
import { readCatalogue } from '../../words-plugin.ts';
import { cataloguesIn } from '../words/catalogues.ts';
import { setScene, syncEnds } from './scene.ts';
import { PRODUCT } from '../../utils/words/names.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Beside the builds: what is seen there is for a person to look at. */
const FOLDER = `${ROOT}.output/pseudo-language`;

/** Sizes that a page is looked at in. */
const WIDTHS = [360, 1280];

test(
  'in a language that is longer, and read from the right, nothing is English or cut',
  { tags: ['long'], timeout: 400_000 },
  async () => {
    const plugins = [inPseudoLanguage(FOLDER)];
    await build({ root: ROOT, outDir: FOLDER, vite: () => ({ plugins }) });
    const scene = await setScene({ extension: `${FOLDER}/chrome-mv3` });
    const { chromium } = scene;

    const popup = await chromium.openPopup();
    const connect = popup.getByRole('button', { name: message('connect', 'connect') });
    await connect.waitFor();
    await isSaid(popup, 'popup');
    await isTurned(popup, 'popup', [360]);
    await connect.click();
    await syncEnds(scene);
    await popup.reload();
    await popup.getByTestId('token-life').first().waitFor();
    await isTurned(popup, 'popup-connected', [360]);

    for (const route of ['guide', 'privacy', 'settings']) {
      const page = await chromium.openOptions(`#/${route}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await isSaid(page, route);
      await isTurned(page, route, WIDTHS);
      await page.close();
    }
    const title = await chromium.worker.evaluate(() => chrome.action.getTitle({}));
    expect(title).toBe(pseudo(PRODUCT));
  },
);

function message(screen: string, key: string): string {
  const path = cataloguesIn('en').get(screen) ?? '';
  return pseudo(readCatalogue(path)[key] as string);
}

/** All of it is said in the language. */
async function isSaid(page: Page, name: string): Promise<void> {
  expect([name, await page.evaluate(englishTexts)]).toEqual([name, []]);
}

/** Nothing reaches out of it, from whichever side it is read. */
async function isTurned(page: Page, name: string, widths: readonly number[]): Promise<void> {
  const root = page.locator('html');
  expect(await root.getAttribute('lang')).toBe(PSEUDO);
  expect(await root.getAttribute('dir')).toBe('rtl');
  for (const dir of ['rtl', 'ltr']) {
    await root.evaluate((element, to) => ((element as HTMLElement).dir = to), dir);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 360 ? 600 : 800 });
      const path = `${FOLDER}/shots/${name}-${dir}-${String(width)}.png`;
      await page.screenshot({ path, fullPage: name !== 'guide' });
      expect([path, await root.evaluate(tooWide)]).toEqual([path, []]);
    }
  }
  await root.evaluate((element) => ((element as HTMLElement).dir = 'rtl'));
}

/** What reaches out of the page at a side. */
function tooWide(root: Element): string[] {
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...root.querySelectorAll('body *')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > root.clientWidth + 1;
    })
    .map((element) => `${element.tagName} ${(element.textContent ?? '').slice(0, 40)}`);
}

/** Texts with letters of ours in them that no message has: those stand in brackets. */
function englishTexts(): string[] {
  const found: string[] = [];
  // Those are the same in every language.
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const block = node.parentElement?.closest('p, li, h1, h2, h3, dt, dd, label, button, a, span');
    // Its letters are not ours, also in the middle of a sentence.
    if (
      !/[aeiou]/i.test(text) ||
      zones.has(text) ||
      node.parentElement?.closest('style, script, bdi, code, [dir="auto"]')
    )
      continue;
    if (!(block?.textContent ?? text).includes('⟦')) found.push(text);
  }
  return found;
}
