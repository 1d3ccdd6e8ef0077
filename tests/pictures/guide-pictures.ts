import type { Page } from 'playwright';
import { waitForStatus } from '../demo/wait-for-status.ts';
import { logoutDrawing, npssoDrawing, sideBySide, type Shot } from './drawings.ts';
import { photograph } from './photograph.ts';
import { connectPlayer, openPlayer, type Player } from './player-browser.ts';
import { savePicture } from './save-picture.ts';

const POPUP = { width: 360, height: 600, scale: 2 };
const SHEET = { width: 1600, height: 900, scale: 1 };
/** A page of the product, large enough to be read in a column of text. */
const PAGE = { width: 1280, height: 720, scale: 1.25 };
const TOKEN_ADDRESS = 'https://ca.account.sony.com/api/v1/ssocookie';
const CODE = 'MADEUPmadeup0123456789MADEUPmadeup0123456789MADEUPmadeup01234567';

/** The five pictures of the guide. */
export async function makeGuidePictures(root: string, player: Player, popup: Page): Promise<void> {
  const { chromium } = player;
  const save = (name: string, png: Buffer): Promise<void> =>
    savePicture(`${root}public/guide/guide-psn-${name}.png`, png);
  const drawn = async (markup: string): Promise<Buffer> => {
    const sheet = await chromium.context.newPage();
    await sheet.setContent(markup);
    const picture = await photograph(sheet, SHEET);
    await sheet.close();
    return picture;
  };

  const picker = await chromium.openOptions('#/picker');
  await picker.getByRole('button', { name: /^Import \d/ }).waitFor();
  await save('importer', await photograph(picker, PAGE));
  await picker.close();

  await save('npsso', await drawn(npssoDrawing(TOKEN_ADDRESS)));

  const shots: Shot[] = [
    { ...framed(await photograph(popup, POPUP)), caption: 'More than 14 days', tone: 'good' },
  ];
  for (const state of [
    { days: 9, caption: '14 days or less', tone: 'soon' },
    { days: 1.5, caption: '2 days or less', tone: 'urgent' },
  ] as const) {
    await using started = new AsyncDisposableStack();
    const late = await openPlayer(started, { account: 'regular', days: state.days });
    const glance = await connectPlayer(late);
    // What is to be done is what there is to see, not how far a first sync is.
    await waitForStatus(glance, ({ snapshot }) => snapshot?.sync.state === 'idle', 'end the sync');
    shots.push({ ...framed(await photograph(glance, POPUP)), ...state });
    if (state.tone === 'urgent') await save('logout', await drawn(await signOutOf(glance)));
  }
  await save('countdown', await drawn(sideBySide(shots)));

  await using started = new AsyncDisposableStack();
  const pasting = await openPlayer(started, { account: 'casual', days: 50 });
  pasting.simulator.control.signOut();
  const settings = await pasting.chromium.openOptions('#/settings');
  await settings.getByText('Use a code from another browser').click();
  const field = settings.getByRole('textbox', { name: 'NPSSO' });
  await field.fill(CODE);
  await settings.setViewportSize(PAGE);
  await field.evaluate((box) => box.scrollIntoView({ block: 'center' }));
  await save('paste', await photograph(settings, PAGE));
}

/** What the product shows while the player is to log out at Sony's. */
async function signOutOf(popup: Page): Promise<string> {
  await popup.getByRole('button', { name: 'Start fresh' }).click();
  await popup.getByText('Sign out on the PlayStation tab').first().waitFor();
  const png = await photograph(popup, POPUP);
  return logoutDrawing({ png, width: 400, caption: 'Trophy Shelf waits, and goes on by itself' });
}

function framed(png: Buffer): Omit<Shot, 'caption'> {
  return { png, width: 430 };
}
