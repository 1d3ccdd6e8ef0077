import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import AskedOfSony from '@/components/settings/AskedOfSony.svelte';
import { dayOf } from '@/utils/domain/history/play-days';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { askedNothing } from '@/utils/words/en/settings.json';

const NOW = Date.now();

beforeEach(() => browser.storage.local.clear());

test('says of each kind how often it was asked for, today and in the last days', async () => {
  const today = dayOf(NOW);
  await browser.storage.local.set({
    askedOfSony: [
      { day: today - 1, counts: { trophies: 1_290, 'sign-in': 3 } },
      { day: today, counts: { trophies: 10, games: 2 } },
      { day: 'not a day', counts: {} },
    ],
  });
  const { getByText } = await render(AskedOfSony, { now: NOW, syncedAt: null });

  await expect.element(getByText('10 today, 1,300 in seven days')).toBeVisible();
  await expect.element(getByText('0 today, 3 in seven days')).toBeVisible();
  await expect.element(getByText('12 today, 1,305 in seven days')).toBeVisible();
  await expectAccessible();
});

test('once a sync has ended it is counted anew', async () => {
  const { getByText, rerender } = await render(AskedOfSony, { now: NOW, syncedAt: null });
  await expect.poll(() => getByText(askedNothing).elements()).toHaveLength(7);

  await browser.storage.local.set({ askedOfSony: [{ day: dayOf(NOW), counts: { games: 1 } }] });
  await rerender({ syncedAt: NOW });
  await expect.element(getByText('1 today, 1 in seven days').first()).toBeVisible();
});
