import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTitleWith, openGamePage } from '../../support/game-page.ts';
import { FIVE, openLibrary, shows } from '../../support/library-page.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

let asked: unknown[];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  asked = [];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'setGameStatus') asked.push(payload);
  });
});

const SET = aTrophySet({ trophies: [aTrophy({ trophyId: 0, name: 'A' })] });

test('the player says on a game’s page what they do with it, and takes it back', async () => {
  const { npCommunicationId } = SET;
  await openGamePage({ title: aTitleWith(SET, { status: 'backlog' }), set: SET });
  const status = page.getByRole('combobox', { name: 'Your status' });
  await expect.element(status).toHaveDisplayValue('Backlog');

  await status.selectOptions('Playing');
  await status.selectOptions('No status');
  await expect
    .poll(() => asked)
    .toEqual([
      { npCommunicationId, status: 'playing' },
      { npCommunicationId, status: null },
    ]);
  await expectAccessible();
});

test('games are found by it, and say it', async () => {
  const titles = FIVE.map((title, at) =>
    at === 1 ? { ...title, status: 'playing' as const } : title,
  );
  await openLibrary('', titles);
  const playing = page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', {
    name: /Playing/,
  });
  await playing.click();

  await shows('Ōkami');
  await expect.poll(() => location.hash).toBe('#/library?status=playing');
  const game = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Ōkami' }) });
  await expect.element(game.first().getByText('Playing')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Remove filter: Playing' })).toBeVisible();
});
