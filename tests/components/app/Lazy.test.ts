import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Lazy from '@/components/app/Lazy.svelte';
import { LazyScript } from '@/components/app/lazy-script.svelte';
import { browser } from 'wxt/browser';
import { COPY_REPORT, NOT_LOADED_TITLE, RELOAD, REPORT_COPIED } from '@/utils/words/not-loaded';
import { expectAccessible } from '../../support/expect-accessible.ts';

const children = createRawSnippet<[string]>((name) => ({
  render: () => `<h1>${name()}</h1>`,
}));

async function draw(page: LazyScript<{ default: string }>) {
  const onlate = vi.fn();
  return { onlate, ...(await render(Lazy<string>, { page, onlate, children })) };
}

test('draws a page when its script is there, and says that it came late', async () => {
  const script = Promise.withResolvers<{ default: string }>();
  const { onlate, getByRole } = await draw(new LazyScript(() => script.promise));
  await expect.poll(() => document.querySelector('[aria-busy]')).not.toBeNull();
  expect(onlate).not.toHaveBeenCalled();

  script.resolve({ default: 'Guide' });

  await expect.element(getByRole('heading', { name: 'Guide' })).toBeVisible();
  expect(onlate).toHaveBeenCalledOnce();
});

test('draws a page at once whose script was loaded before', async () => {
  const page = new LazyScript(() => Promise.resolve({ default: 'Guide' }));
  await page.load();

  const { onlate, container } = await draw(page);

  expect(container.querySelector('h1')?.textContent).toBe('Guide');
  expect(onlate).not.toHaveBeenCalled();
});

test('loads a script once, however often it is asked for', async () => {
  const imports = vi.fn(() => Promise.resolve({ default: 'Guide' }));
  const page = new LazyScript(imports);

  await Promise.all([page.load(), page.load()]);
  await page.load();

  expect(imports).toHaveBeenCalledOnce();
});

test('asks for what can wait after a frame without it', async () => {
  let frames = 0;
  requestAnimationFrame(() => (frames += 1));
  let before: number | undefined;
  const page = new LazyScript(() => {
    before = frames;
    return Promise.resolve({ default: 'Filters' });
  });
  const { getByRole } = await render(Lazy<string>, { page, small: true, later: true, children });

  await expect.element(getByRole('heading', { name: 'Filters' })).toBeVisible();
  expect(before).toBeGreaterThan(0);
});

test('has the page loaded anew where the script is gone', async () => {
  const { onlate, getByRole } = await draw(
    new LazyScript<{ default: string }>(() => Promise.reject(new TypeError('Failed to fetch'))),
  );

  await expect.element(getByRole('heading', { name: NOT_LOADED_TITLE })).toBeVisible();
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'unexpected');
  await expect.element(getByRole('button', { name: RELOAD })).toBeVisible();
  expect(onlate).toHaveBeenCalledOnce();
});

const gone = () =>
  new LazyScript<{ default: string }>(() => Promise.reject(new TypeError('Failed to fetch')));

test.each([true, false])('a page and a part of one say what is gone, small: %s', async (small) => {
  document.title = 'Library';
  const { getByRole, container } = await render(Lazy<string>, { page: gone(), small, children });

  await expect.element(getByRole('button', { name: RELOAD })).toBeVisible();
  expect(container.querySelectorAll('h1')).toHaveLength(small ? 0 : 1);
  expect(document.title).toMatch(small ? /^Library/ : new RegExp(`^${NOT_LOADED_TITLE}`));
  await expectAccessible();
});

test('a part that is loading takes no room', async () => {
  const page = new LazyScript(() => new Promise<{ default: string }>(() => undefined));
  const { container } = await render(Lazy<string>, { page, small: true, children });

  expect(container.textContent).toBe('');
  expect(container.querySelector('[aria-busy]')).toBeNull();
});

/** What is pressed to copy, and what is then written to the clipboard. */
async function copyReport(writes: () => Promise<void>) {
  browser.runtime.getManifest = () => ({ version: '1.2.3' }) as never;
  const clipboard = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writes);
  const drawn = await draw(gone());
  await drawn.getByRole('button', { name: COPY_REPORT }).click();
  await expect.poll(() => clipboard.mock.calls.length).toBe(1);
  const written = clipboard.mock.calls[0]?.[0] ?? '';
  clipboard.mockRestore();
  return { written, ...drawn };
}

test('copies a report without any other script', async () => {
  const { written, getByRole } = await copyReport(() => Promise.resolve());

  await expect.element(getByRole('button', { name: REPORT_COPIED })).toBeVisible();
  expect(written).toMatch(
    /^Trophy Shelf: 1\.2\.3\nBrowser: Chrome \d+\nCause: unexpected\nDuring: loading a script\nSeen at: /,
  );
});

test('shows the report where the browser does not let it be copied', async () => {
  const { written, container } = await copyReport(() => Promise.reject(new DOMException()));

  await expect.poll(() => container.querySelector('pre')?.textContent).toBe(written);
});
