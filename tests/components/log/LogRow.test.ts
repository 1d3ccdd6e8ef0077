import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { gameAddress } from '@/components/app/hash-route.svelte';
import LogRow from '@/components/log/LogRow.svelte';
import * as words from '@/utils/words/en/log.json';
import { aLog, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

const LOG = aLog(['2026-10-25T00:30:00Z']);

/** A row as wide as the log. */
async function open(width: number, isGone: boolean) {
  await page.viewport(width, 400);
  const absence = isGone ? { missedAt: 1, isSure: true } : null;
  const title = aLibraryTitle({ npCommunicationId: setId(1), absence });
  const listing = {
    ...{ log: LOG, byId: new Map([[setId(1), title]]), numbers: null, isSettled: true },
    idAt: () => setId(1),
  };
  const sets = {
    ...{ trophy: () => null, nameOf: () => 'Twice', isRead: () => true },
    want: () => undefined,
  };
  const props = { listing, sets, place: 0, zone: [{ from: -Infinity, offset: 0 }], isStop: true };
  const { container } = await render(LogRow, props as never);
  container.style.container = 'log / inline-size';
  return container;
}

test('a game that is gone is marked where there is no room for its words, too', async () => {
  const container = await open(400, true);
  const sign = () => container.querySelector(`[title="${words.gone}"]`)!;
  await expect.element(page.elementLocator(sign())).toBeVisible();
  await page.viewport(1_280, 400);
  await expect.element(page.getByText(words.gone)).toBeVisible();
  await expect.element(page.elementLocator(sign())).not.toBeVisible();
});

test('no other game is', async () => {
  const container = await open(400, false);
  expect(container.querySelector(`[title="${words.gone}"]`)).toBeNull();
});

test('a trophy leads to itself, and not to its game alone', async () => {
  await open(1_280, false);
  const link = page.getByRole('link', { name: 'Twice' });
  await expect.element(link).toHaveAttribute('href', gameAddress(setId(1), LOG.trophyId[0]));
});
