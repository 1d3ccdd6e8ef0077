import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import Syncing from '@/components/settings/Syncing.svelte';
import { Requests } from '@/components/app/requests.svelte';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { messenger } from '@/utils/messaging/protocol';
import { ACTIONS } from '@/utils/words/needs';
import {
  BY_HAND,
  EVERY_GAME,
  NEWS,
  NEWS_REFUSED,
  PICKS_NEW_GAMES,
  SYNC_HOUR,
} from '@/utils/words/syncing';
import { expectAccessible } from '../../support/expect-accessible.ts';

async function show(said: Partial<Settings> = {}) {
  const changes: Partial<Settings>[] = [];
  messenger.removeAllListeners();
  messenger.onMessage('changeSettings', ({ data }) => {
    changes.push(data);
    return { ok: true, value: null };
  });
  const settings = { ...DEFAULT_SETTINGS, ...said };
  const requests = new Requests();
  const now = Date.parse('2026-11-22T12:00:00Z');
  return { changes, ...(await render(Syncing, { settings, requests, now })) };
}

test('the hour of the daily sync is chosen in UTC, and said by the player’s own clock', async () => {
  const { changes, getByRole } = await show();
  const hour = getByRole('combobox', { name: SYNC_HOUR });
  await expect.element(hour).toHaveValue('3');
  await expect.element(hour).toMatchTextContent(/03:00 UTC, \d{1,2}:\d{2}.* here/);
  await expectAccessible();

  await hour.selectOptions('17');
  await hour.selectOptions(BY_HAND);

  await expect.poll(() => changes).toEqual([{ syncHour: 17 }, { syncHour: null }]);
});

test('who syncs by hand only sees that', async () => {
  const { getByRole } = await show({ syncHour: null });

  await expect.element(getByRole('combobox', { name: SYNC_HOUR })).toHaveDisplayValue(BY_HAND);
});

test('notifications that the browser refuses are an error, with one way out', async () => {
  const request = vi.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
  Object.assign(browser, { permissions: { request } });
  const { changes, getByRole } = await show();
  await getByRole('switch', { name: NEWS }).click();

  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'notifications-refused');
  await expect.element(alert).toMatchTextContent(NEWS_REFUSED);
  await expectAccessible();
  await getByRole('button', { name: ACTIONS.again }).click();
  await expect.poll(() => changes).toEqual([{ news: true }]);
  await expect.element(alert).not.toBeInTheDocument();
});

test.each([
  [new RegExp(PICKS_NEW_GAMES), { picksNewGames: false }],
  [EVERY_GAME, { everyGame: true }],
] as const)('%s is a switch', async (name, change) => {
  const { changes, getByRole } = await show();

  await getByRole('switch', { name }).click();

  await expect.poll(() => changes).toEqual([change]);
});
