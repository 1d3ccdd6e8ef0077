import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import * as game from '@/utils/words/en/game.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aTitleWith, openGamePage, openOptions } from '../../support/game-page.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const SET = aTrophySet({
  groups: [
    { groupId: 'default', name: 'Lantern Keepers', iconUrl: null },
    { groupId: '001', name: 'The Drowned Lighthouse', iconUrl: null },
  ],
  trophies: [
    aTrophy({ trophyId: 0, name: 'A', earned: true, earnedAt: 5 }),
    aTrophy({ trophyId: 1, name: 'B' }),
    aTrophy({ trophyId: 2, name: 'C', groupId: '001', earned: true, earnedAt: 6 }),
  ],
});

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

const missing = page.getByRole('radio', { name: new RegExp(`^${game.shown.missing}`) });

async function expectShown(names: string[]): Promise<void> {
  const shown = () =>
    [...document.querySelectorAll('[data-item] bdi:first-of-type')].map((name) =>
      name.textContent.trim(),
    );
  await expect.poll(() => shown().filter((name) => /^[A-D]$/.test(name))).toEqual(names);
}

/** The base game of this set, as far as it is missing. */
async function openMissing(set: TrophySet): Promise<void> {
  await openGamePage({ title: aTitleWith(set), set });
  await missing.click();
  await openOptions();
  await page.getByRole('switch', { name: game.baseOnly }).click();
}

test('who comes for one trophy sees it, and the next game is looked at as usual', async () => {
  await openMissing(SET);
  await expectShown(['B']);
  const address = location.hash;

  location.hash = '#/library';
  await expectShown([]);
  location.hash = `${address}?trophy=2`;
  await expectShown(['A', 'B', 'C']);
  await expect.element(missing).not.toBeChecked();

  location.hash = '#/library';
  await expectShown([]);
  location.hash = address;
  await expectShown(['B']);
  await expect.element(missing).toBeChecked();
});

test('what is chosen beside that trophy is kept, and nothing else that was shown for it', async () => {
  await openMissing(SET);
  const address = location.hash;
  location.hash = '#/library';
  await expectShown([]);
  location.hash = `${address}?trophy=2`;
  await expectShown(['A', 'B', 'C']);
  const sort = page.getByRole('combobox', { name: game.sort, exact: true });
  await sort.selectOptions(game.sorts.grade);

  location.hash = '#/library';
  await expectShown([]);
  location.hash = address;
  await expectShown(['B']);
  await expect.element(sort).toHaveDisplayValue(game.sorts.grade);
  await expect.element(missing).toBeChecked();
});

test('all trophies are shown though none of them is known to be of the base game', async () => {
  const trophies = SET.trophies.map((trophy) => ({ ...trophy, groupId: null }));
  await openMissing({ ...SET, trophies });
  await expectShown([]);

  await page.getByRole('button', { name: game.showAll, exact: true }).click();
  await expectShown(['A', 'B', 'C']);
});
