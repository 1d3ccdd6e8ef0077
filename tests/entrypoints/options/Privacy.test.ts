import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { PRIVACY } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';

test('can be read before anything is connected, by everyone, in a narrow window too', async () => {
  await browser.storage.local.clear();
  const asked = answerAsBackground();
  location.hash = '#/privacy';
  await page.viewport(360, 800);
  const { getByRole } = await render(App);

  await expect.element(getByRole('heading', { level: 1, name: PRIVACY })).toBeVisible();
  await expect
    .element(getByRole('listitem').filter({ hasText: 'ca.account.sony.com' }))
    .toBeVisible();
  const wide = [...document.querySelectorAll('main *')].filter(
    (element) => element.getBoundingClientRect().right > innerWidth,
  );
  expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
  expect(document.title).toBe('Privacy · Trophy Shelf');
  await expectAccessible();
  expect(asked).toEqual([]);
  await page.viewport(1280, 800);
});
