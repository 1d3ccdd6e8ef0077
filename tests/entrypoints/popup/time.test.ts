import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/popup/App.svelte';
import type { Connection } from '@/utils/domain/connection/connection';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { ACTIONS } from '@/utils/words/needs';
import { WARN, WARN_REFUSED } from '@/utils/words/staying-connected';
import { BEING_CHECKED } from '@/utils/words/token-life';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { DAY, aSnapshot, connected, lifeOf } from '../../support/statuses.ts';

async function open(connection: Connection, snapshot: Snapshot) {
  await publish({ connection, snapshot });
  return render(App);
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

test('calls a connection that is over by the clock ended only once Sony has said so', async () => {
  const tokenLife = lifeOf(1.5 / 86_400);
  const { getByRole, getByTestId } = await open(connected({ tokenLife }), aSnapshot());
  await expect.element(getByTestId('token-life')).toMatchTextContent(BEING_CHECKED);
  await expect.element(getByTestId('token-life')).toHaveAttribute('data-zone', 'red');

  await publish({ connection: connected({ tokenLife, failure: { cause: 'token-refused' } }) });
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'token-refused');
  await expect.element(getByTestId('token-life')).toHaveAttribute('data-zone', 'expired');
  await expect.element(getByRole('button', { name: 'Sign in again' })).toBeVisible();
});

test('goes by Sony’s clock', async () => {
  await publish({ clockOffset: 5 * DAY });
  const { getByText, getByTestId } = await open(
    connected({ tokenLife: lifeOf(15.5) }),
    aSnapshot(),
  );

  await expect.element(getByTestId('token-life')).toMatchTextContent(/10 days left/);
  await expect.element(getByText(/clock is 5 days slow/)).toBeVisible();
});

test('offers a warning where the end is near, and says so where the browser refuses', async () => {
  const request = vi.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
  Object.assign(browser, { permissions: { request } });
  const { getByRole } = await open(connected({ tokenLife: lifeOf(9.5) }), aSnapshot());

  await getByRole('button', { name: WARN }).click();

  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'notifications-refused');
  await expect.element(alert).toMatchTextContent(WARN_REFUSED);
  expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] });

  await getByRole('button', { name: ACTIONS.again }).click();
  await expect.element(alert).not.toBeInTheDocument();
  expect(request).toHaveBeenCalledTimes(2);
});
