import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { answersOf } from '@/entrypoints/background/answer-requests';
import type { Background } from '@/entrypoints/background/compose';

beforeEach(() => {
  return browser.storage.local.clear();
});

/** How “Sync now” is answered, and after how many milliseconds. */
async function syncNow(sync: () => Promise<void>) {
  const background = { library: { sync }, ready: () => Promise.resolve() } as unknown as Background;
  const sender = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };
  const from = Date.now();
  const outcome = await answersOf(background)('syncNow', null, sender);
  return { outcome, after: Date.now() - from };
}

test('the button that asks for a sync is busy until pages say that it is under way', async () => {
  const { outcome, after } = await syncNow(() => Promise.resolve());
  expect(outcome).toEqual({ ok: true, value: null });
  expect(after).toBeGreaterThan(500);
  expect(after).toBeLessThan(2_000);
});

test('what cannot be stored is said at once', async () => {
  const { outcome, after } = await syncNow(() => Promise.reject(new Error('full')));
  expect(outcome).toMatchObject({ ok: false });
  expect(after).toBeLessThan(500);
});
