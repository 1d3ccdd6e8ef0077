import type { Page } from 'playwright';
import sharp from 'sharp';
import { sideBySide } from './drawings.ts';
import { photograph } from './photograph.ts';
import type { Player } from './player-browser.ts';
import { savePicture } from './save-picture.ts';

const POPUP = { width: 360, height: 600, scale: 2 };
const STORE = { width: 1280, height: 800, scale: 1 };

/** Five pictures for the stores, and the README's, which is the first of them. */
export async function makeStorePictures(
  root: string,
  { chromium }: Player,
  popup: Page,
): Promise<void> {
  const save = (name: string, png: Buffer): Promise<void> =>
    savePicture(`${root}docs/store/${name}.png`, png);

  const library = await chromium.openOptions('#/library');
  const games = library.getByRole('list', { name: 'Library' }).getByRole('link');
  await games.first().waitFor();
  const shown = await photograph(library, STORE);
  await save('1-library', shown);
  await sharp(shown).webp({ quality: 82 }).toFile(`${root}.github/library.webp`);

  await library.goto(
    `chrome-extension://${chromium.extensionId}/options.html${(await games.first().getAttribute('href')) ?? ''}`,
  );
  await library.getByRole('list', { name: 'Trophies' }).first().waitFor();
  await save('2-game', await photograph(library, STORE));
  await library.close();

  const glance = await photograph(popup, POPUP);
  await save('3-popup', await drawn(popup, sideBySide([shotOf(glance)])));

  for (const { name, route, role, label } of [
    { name: '4-picker', route: '#/picker', role: 'button', label: /^Import \d/ },
    { name: '5-connection', route: '#/settings', role: 'region', label: 'Token life' },
  ] as const) {
    const page = await chromium.openOptions(route);
    await page.getByRole(role, { name: label }).waitFor();
    await save(name, await photograph(page, STORE));
    await page.close();
  }

  /** A drawing in a page of its own: the popup's stays as it is. */
  async function drawn(page: Page, markup: string): Promise<Buffer> {
    const sheet = await page.context().newPage();
    await sheet.setContent(markup);
    const picture = await photograph(sheet, STORE);
    await sheet.close();
    return picture;
  }
}

function shotOf(png: Buffer) {
  return { png, width: 400, caption: 'The day’s glance, behind the icon in the toolbar' };
}
