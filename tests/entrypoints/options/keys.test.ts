import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { KEYS_EVERYWHERE } from '@/utils/words/keyboard';
import { KEYS } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { openLibrary } from '../../support/library-page.ts';
import * as app from '@/utils/words/en/app.json';

const SHOW_KEYS = KEYS_EVERYWHERE[0]?.does ?? '';

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

test.each([
  ['#/library', app.keysOf.library.along],
  ['#/picker', app.keysOf.picker.pick],
  ['#/picker', app.keysOf.picker.range],
  ['#/picker', app.keysOf.picker.never],
  ['#/game/NPWR00005_00', app.keysOf.game.groups],
  ['#/game/NPWR00005_00', app.keysOf.game.trophies],
  ['#/settings', SHOW_KEYS],
  ['#/guide', SHOW_KEYS],
  ['#/syncs', SHOW_KEYS],
  ['#/privacy', SHOW_KEYS],
  ['#/welcome', SHOW_KEYS],
  ['#/nowhere-at-all', SHOW_KEYS],
])('? shows the keys of %s', async (address, words) => {
  const { getByRole } = await openLibrary();
  location.hash = address;
  await expect.element(getByRole('heading', { level: 1 })).toBeVisible();

  await userEvent.keyboard('?');
  const keys = getByRole('dialog', { name: KEYS });
  await expect.element(keys.getByText(words)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(keys).not.toBeInTheDocument();
});
