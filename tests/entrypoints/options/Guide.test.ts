import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { routeOf } from '@/components/app/hash-route.svelte';
import App from '@/entrypoints/options/App.svelte';
import { entries, searchGuide, nothingFoundTitle } from '@/utils/words/en/guide.json';
import { FAILURES } from '@/utils/words/failures';
import { NPSSO_PAGE } from '@/utils/words/paste';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aStatus } from '../../support/statuses.ts';

async function open(address: string) {
  location.hash = address;
  await publish(aStatus());
  const opened = await render(App);
  await expect.element(opened.getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible();
  return opened;
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

test('can be read by everyone, and its links lead to pages', async () => {
  await open('#/guide');

  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#/"]')];
  const routes = links.map((link) => ({ link, route: routeOf(link.hash) }));
  expect(new Set(routes.map(({ route }) => route.name))).toEqual(
    new Set(['guide', 'settings', 'picker', 'syncs', 'library', 'privacy']),
  );
  const lost = routes.filter(
    ({ link, route }) =>
      (route.name === 'library' && link.hash !== '#/library') ||
      (route.name === 'guide' && document.getElementById(link.hash.slice(1)) === null),
  );
  expect(lost.map(({ link }) => link.hash)).toEqual([]);
  await expectAccessible();
});

test('shows each picture as large as it is in a tab of its own', async () => {
  const { getByRole } = await open('#/guide');

  const pictures = getByRole('main').getByRole('img').elements() as HTMLImageElement[];
  const ways = pictures.map((picture) => picture.closest('a'));
  expect(ways).toHaveLength(5);
  expect(ways.map((way) => [way?.href, way?.target])).toEqual(
    pictures.map(({ src }) => [src, '_blank']),
  );
});

test('fits a narrow window', async () => {
  await page.viewport(360, 800);
  await open('#/guide');

  const wide = [...document.querySelectorAll('main *')].filter(
    (element) => element.getBoundingClientRect().right > innerWidth,
  );
  expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
  await page.viewport(1280, 800);
});

test('breaks an address off between its parts', async () => {
  await page.viewport(360, 800);
  const { getByText } = await open('#/guide');

  const address = getByText(NPSSO_PAGE).first().element();
  expect(address.textContent).toBe(NPSSO_PAGE);
  const parts = [...address.childNodes].filter((node) => node.textContent !== '');
  const lastPart = document.createRange();
  lastPart.selectNodeContents(parts.at(-1) ?? address);
  expect(lastPart.getClientRects()).toHaveLength(1);
  await page.viewport(1280, 800);
});

test.each([
  ['an anchor', '#/guide/two-accounts', entries['two-accounts'].title],
  ['a cause', '#/guide/edge-block', FAILURES['edge-block'].title],
])('an address with %s leads to its entry', async (_, address, name) => {
  const { getByRole } = await open(address);

  const heading = getByRole('heading', { name });
  await expect.element(heading).toHaveFocus();
  await expect.element(heading).toBeInViewport();
});

test('a link within the guide leads there, and the page stays where that is', async () => {
  const { getByRole } = await open('#/guide');

  await getByRole('link', { name: entries['i-signed-out'].title }).last().click();

  const heading = getByRole('heading', { name: entries['i-signed-out'].title });
  await expect.element(heading).toHaveFocus();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await expect.element(heading).toBeInViewport();
});

test('is searched by words, with the keyboard alone', async () => {
  const { getByRole } = await open('#/guide');
  const headings = () => document.querySelectorAll('main h3').length;
  const all = headings();

  await userEvent.keyboard('/');
  await expect.element(getByRole('searchbox', { name: searchGuide })).toHaveFocus();
  await userEvent.keyboard('VPN address');
  await expect.poll(headings).toBe(1);
  await expect.element(getByRole('status').filter({ hasText: '1 entry' })).toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  await expect
    .element(getByRole('link', { name: FAILURES['edge-block'].title }).last())
    .toHaveFocus();

  await userEvent.keyboard('/');
  await userEvent.keyboard('zzzz');
  await expect.element(getByRole('heading', { name: nothingFoundTitle })).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(headings).toBe(all);
});

test('what is asked for is shown, whatever is searched for', async () => {
  const { getByRole } = await open('#/guide');
  await getByRole('searchbox', { name: searchGuide }).fill('vpn');
  await expect.poll(() => document.querySelectorAll('main h3').length).toBe(1);

  location.hash = '#/guide/passkey';

  await expect.element(getByRole('heading', { name: /Passkey/ })).toHaveFocus();
});
