import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { browserIsIn, daysAre, stayInZone, useZone } from '@/utils/words/log';
import { DAYS_ZONE } from '@/utils/words/settings';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';

const requests: { name: string; payload: unknown }[] = [];
let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  requests.length = 0;
  answerAsBackground(undefined, (name, payload) => requests.push({ name, payload }));
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
});

afterEach(() => cdp().send('Emulation.setTimezoneOverride', { timezoneId: '' }));

/** Opens a page of a library with one trophy, in a browser that is in Tokyo. */
async function open(address: string, said: Partial<Settings>) {
  const accountId = `zone-${String(++accounts)}`;
  const database = new LibraryDatabase(accountId);
  const npCommunicationId = setId(1);
  await database.titles.put(aLibraryTitle({ npCommunicationId }));
  const trophies = [earnedAt('2026-03-01T20:00:00Z', {})];
  const set = { npCommunicationId, groups: [], trophies };
  await database.trophySets.put(packed(set));
  await database.earnings.put(earningsOf(set, Date.now(), true));
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: 1 }), player },
    settings: { ...DEFAULT_SETTINGS, ...said },
  });
  location.hash = address;
  return render(App);
}

test.each(['#/log', '#/statistics', '#/year/2026'])(
  'at %s the zone of another browser is offered',
  async (address) => {
    await open(address, { zone: 'Europe/Berlin' });
    await expect.element(page.getByText(browserIsIn('Asia/Tokyo'))).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: daysAre('Europe/Berlin') }))
      .toHaveAttribute('href', '#/settings');
  },
);

test.each([
  [useZone('Asia/Tokyo'), { zone: 'Asia/Tokyo' }],
  [stayInZone('Europe/Berlin'), { refusedZone: 'Asia/Tokyo' }],
])('“%s” stores that', async (name, payload) => {
  await open('#/log', { zone: 'Europe/Berlin' });
  await page.getByRole('button', { name }).click();
  await expect.poll(() => requests).toContainEqual({ name: 'changeSettings', payload });
});

test('an answer leads the keyboard to the line of the zone that days are in by then', async () => {
  await open('#/log', { zone: 'Europe/Berlin' });
  await page.getByRole('button', { name: useZone('Asia/Tokyo') }).click();
  await publish({ settings: { ...DEFAULT_SETTINGS, zone: 'Asia/Tokyo' } });
  await expect.element(page.getByRole('link', { name: daysAre('Asia/Tokyo') })).toHaveFocus();
});

test.each([
  ['was refused', { zone: 'Europe/Berlin', refusedZone: 'Asia/Tokyo' }],
  ['is the same by another name', { zone: 'Japan' }],
])('a zone that %s is not offered again', async (_, settings) => {
  await open('#/log', settings);
  await expect.element(page.getByText(daysAre(settings.zone))).toBeVisible();
  expect(page.getByText(browserIsIn('Asia/Tokyo')).elements()).toHaveLength(0);
});

test('one that is not the refused one is offered', async () => {
  await open('#/log', { zone: 'Europe/Berlin', refusedZone: 'America/New_York' });
  await expect.element(page.getByText(browserIsIn('Asia/Tokyo'))).toBeVisible();
});

test('any zone is chosen in Settings, and the browser’s is not offered in its place', async () => {
  await open('#/settings', { zone: 'Europe/Berlin' });
  const zones = page.getByRole('combobox', { name: DAYS_ZONE });
  await expect.element(zones).toHaveValue('Europe/Berlin');
  await zones.selectOptions('Pacific/Auckland');
  await expect
    .poll(() => requests)
    .toContainEqual({
      name: 'changeSettings',
      payload: { zone: 'Pacific/Auckland', refusedZone: 'Asia/Tokyo' },
    });
  await expectAccessible();
});
