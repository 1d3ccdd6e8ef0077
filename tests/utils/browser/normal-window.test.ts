import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { openTab } from '@/utils/browser/normal-window';

const URL = 'https://example.com/';
const PRIVATE = { id: 1, incognito: true };
const NORMAL = { id: 2, incognito: false };

const created = { tab: vi.fn(), window: vi.fn(), focused: vi.fn() };

/** A browser with these windows, the first of which is in front. */
function open(...windows: { id: number; incognito: boolean }[]): void {
  created.tab = vi.fn(() => Promise.resolve({ id: 7 }));
  created.window = vi.fn(() => Promise.resolve({ tabs: [{ id: 8 }] }));
  created.focused = vi.fn(() => Promise.resolve());
  Object.assign(fakeBrowser.tabs, { create: created.tab });
  Object.assign(fakeBrowser.windows, {
    getLastFocused: () => Promise.resolve(windows[0]),
    getAll: () => Promise.resolve(windows),
    create: created.window,
    update: created.focused,
  });
}

beforeEach(() => {
  fakeBrowser.reset();
});

test('a tab opens in the window in front', async () => {
  open(NORMAL, PRIVATE);

  expect(await openTab({ url: URL })).toBe(7);
  expect(created.tab).toHaveBeenCalledExactlyOnceWith({ url: URL });
});

test('never in a private one: in a normal one, which comes to the front', async () => {
  open(PRIVATE, NORMAL);

  expect(await openTab({ url: URL })).toBe(7);
  expect(created.tab).toHaveBeenCalledExactlyOnceWith({ url: URL, windowId: NORMAL.id });
  expect(created.focused).toHaveBeenCalledExactlyOnceWith(NORMAL.id, { focused: true });
});

test('or in a window of its own, where there is none', async () => {
  open(PRIVATE);

  expect(await openTab({ url: URL })).toBe(8);
  expect(created.window).toHaveBeenCalledExactlyOnceWith({ url: URL, incognito: false });
  expect(created.tab).not.toHaveBeenCalled();
});
