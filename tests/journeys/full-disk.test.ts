import { expect, test } from 'vitest';
import { connectedScene, showsCause } from './scene.ts';
import { readTitles } from './stored-library.ts';
import { readSnapshot } from './stores.ts';
import { ACTIONS } from '../../utils/words/needs.ts';

test('on a full disk a choice of games stays on the page, with its cause and one way on', async () => {
  const scene = await connectedScene({ startsAt: Date.parse('2026-11-20T12:00:00Z') });
  const { chromium } = scene;
  const before = await readTitles(chromium);
  const picker = await chromium.openOptions('#/picker');
  const cdp = await chromium.context.newCDPSession(picker);
  const origin = `chrome-extension://${chromium.extensionId}`;
  const ticked = picker.getByRole('checkbox', { checked: true });
  await ticked.first().waitFor({ timeout: 15_000 });
  const count = (await ticked.count()) + 1;
  await picker.getByRole('checkbox', { checked: false }).first().check();

  // `unlimitedStorage` lifts any limit there is, but the browser says that there is no room, as on a full disk.
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await picker.getByRole('button', { name: `Import ${String(count)} games` }).click();
  const alert = picker.getByRole('alert');
  await alert.waitFor();
  await showsCause(alert, 'storage-full');
  const again = picker.locator('.notice', { has: alert }).getByRole('button');
  expect(await again.allInnerTexts()).toEqual([ACTIONS.again]);
  expect(await ticked.count()).toBe(count);
  expect(picker.url()).toContain('#/picker');

  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.getByRole('alert').waitFor();
  await showsCause(popup.getByRole('alert'), 'storage-full');
  expect((await readSnapshot(chromium))?.titleCount).toBe(before.length);
  expect(await readTitles(chromium)).toEqual(before);

  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await again.click();
  await picker.getByRole('heading', { name: 'Library' }).waitFor();
  await expect.poll(async () => (await readTitles(chromium, 'picked')).length).toBe(count);
});
