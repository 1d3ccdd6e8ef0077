import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import OptionsPage from '@/entrypoints/options/App.svelte';
import App from '@/entrypoints/popup/App.svelte';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { openLibrary, PICKED, FIVE, shows } from '../../support/library-page.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus, connected } from '../../support/statuses.ts';

const COVER = 'https://image.api.playstation.com/cover.png';
const WITH_COVERS = FIVE.map((title) => ({ ...title, iconUrl: COVER }));

/** Pictures from Sony's hosts that the page would load. */
const asked = (): string[] =>
  [...document.images].map(({ src }) => src).filter((src) => src.startsWith('https:'));

const choose = (showsPictures: boolean): Promise<void> =>
  publish({ settings: { ...DEFAULT_SETTINGS, showsPictures } });

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

test('the library does without pictures where the player wants it, from the click on', async () => {
  await openLibrary('', WITH_COVERS);
  await shows(...PICKED);
  await expect.poll(asked).toContain(COVER);

  await choose(false);
  await expect.poll(asked).toEqual([]);
  await shows(...PICKED);

  await choose(true);
  await expect.poll(asked).toContain(COVER);
});

test('the library asks for none before its first games are seen', async () => {
  const status = aStatus({ connection: connected({ accountId: '42' }) });
  await publish(status);
  history.replaceState(null, '', '#/library');
  let askedAtFirst: string[] | undefined;
  const watch = new MutationObserver(() => {
    if (document.querySelector('[data-item]') !== null) askedAtFirst ??= asked();
  });
  watch.observe(document.body, { childList: true, subtree: true });

  const titles = { accountId: '42', titles: WITH_COVERS };
  await render(OptionsPage, { opening: { status, titles, late: null } });
  await expect.poll(() => askedAtFirst).toEqual([]);
  watch.disconnect();
});

test('the popup never asks for one before it knows that they are wanted', async () => {
  const seen = new Set<string>();
  const watch = new MutationObserver(() => asked().forEach((src) => seen.add(src)));
  watch.observe(document.body, { childList: true, subtree: true, attributes: true });
  const player = { ...aSnapshot().player!, avatarUrl: COVER };
  await publish({ connection: connected(), snapshot: { ...aSnapshot(), player } });
  await choose(false);

  const { getByRole } = await render(App);
  await expect.element(getByRole('button', { name: 'Open library' })).toBeVisible();
  await expect.element(getByRole('main')).toMatchTextContent(/Night_Cabinet/);
  // What has just been drawn may not have been seen yet.
  watch.takeRecords();
  asked().forEach((src) => seen.add(src));
  watch.disconnect();
  expect([...seen]).toEqual([]);

  await choose(true);
  await expect.poll(asked).toContain(COVER);
});
