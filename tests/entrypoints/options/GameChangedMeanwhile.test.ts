import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aTitleWith, openGamePage } from '../../support/game-page.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as game from '@/utils/words/en/game.json';
import { STATUS } from '@/utils/words/game-status';

/*
 * A sync finds another trophy of a game whose page is open: what is shown there is not of now any more.
 */

const SET = aTrophySet({
  trophies: [aTrophy({ trophyId: 0, earned: true }), aTrophy({ trophyId: 1 })],
});

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

/** The same with a trophy more, by the list. */
function withOneMore(title: LibraryTitle): LibraryTitle {
  return {
    ...title,
    earned: { ...noTrophies(), bronze: 2 },
    lastUpdatedAt: title.lastUpdatedAt + 1,
  };
}

test('it is asked for anew, once for what the list says', async () => {
  const asked = answerAsBackground();
  const opened = (): number => asked.filter((name) => name === 'openGame').length;
  const title = aTitleWith(SET);
  const { database } = await openGamePage({ title, set: SET });
  await expect.poll(opened).toBe(1);

  await database.titles.put(withOneMore(title));
  await expect.element(page.getByText(game.awaitedNewer.asking)).toBeVisible();
  await expect.poll(opened).toBe(2);
  // What the player says of it is nothing that Sony is asked for.
  await database.titles.put({ ...withOneMore(title), status: 'playing' });
  await expect.element(page.getByRole('combobox', { name: STATUS })).toHaveValue('playing');
  expect(opened()).toBe(2);
});

test('one that is never to be fetched says so, also where it was fetched once', async () => {
  const asked = answerAsBackground();
  const title = aTitleWith(SET, { choice: 'never' });
  const { fetched } = title;
  const older = { ...title, fetched: { ...fetched, earned: 'an older state' } };
  const { database } = await openGamePage({ title: older, set: SET });
  await page.getByRole('button', { name: game.fetch }).click();
  await expect.poll(() => asked).toContain('fetchGame');
  await database.titles.put(title);
  await expect.element(page.getByRole('button', { name: game.fetch })).not.toBeInTheDocument();

  await database.titles.put(withOneMore(title));
  await expect.element(page.getByText(game.awaitedNewer.never)).toBeVisible();
  await expect.element(page.getByRole('button', { name: game.fetch })).toBeVisible();
  expect(asked).not.toContain('openGame');
});
