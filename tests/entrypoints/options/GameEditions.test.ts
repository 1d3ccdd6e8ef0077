import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTitleWith, openDetails, openGamePage } from '../../support/game-page.ts';
import { aLibraryTitle } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import { addTag } from '@/utils/words/en/game.json';
import { OTHER_EDITIONS } from '@/utils/words/library-view';

const SET = aTrophySet({ trophies: [aTrophy({ trophyId: 0, name: 'A' })] });

function edition(n: number, said: Partial<LibraryTitle>): LibraryTitle {
  return aLibraryTitle({ npCommunicationId: `NPWR0100${n}_00`, name: 'Bloom', ...said });
}

const PS4 = edition(1, { platforms: ['PS4', 'PSVITA'], progress: 40 });
const OTHERS = [
  PS4,
  edition(2, { name: 'Bloom™ (Asia)', platforms: ['PS5'], progress: 100 }),
  edition(3, { platforms: ['PS3'], progress: null, hide: true }),
  edition(4, { name: 'Bloom II', platforms: ['PS5'] }),
];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

function open(others: LibraryTitle[], said: Partial<LibraryTitle> = {}) {
  return openGamePage({
    title: aTitleWith(SET, { name: 'Bloom', platforms: ['PS5'], ...said }),
    others,
    set: SET,
  });
}

/** In the head, and in the details. */
const brief = page.getByRole('group', { name: OTHER_EDITIONS });
const list = page.getByRole('list', { name: OTHER_EDITIONS });
const named = (): (string | null)[] =>
  brief
    .getByRole('link')
    .elements()
    .map((link) => link.getAttribute('aria-label'));

test('the other editions of a game are links, with their platforms and how far they are', async () => {
  await open(OTHERS);
  await expect.poll(named).toEqual(['Bloom™ (Asia), PS5, 100%', 'Bloom, PS4, PS Vita, 40%']);
  await openDetails();
  await expect.element(list.getByRole('link', { name: /^Bloom PS4 PS Vita 40%$/ })).toBeVisible();
  await expectAccessible();

  await list.getByRole('link', { name: /^Bloom PS4 PS Vita 40%$/ }).click();
  await expect.poll(() => location.hash).toBe(`#/game/${PS4.npCommunicationId}`);
  await expect.poll(named).toEqual(['Bloom™ (Asia), PS5, 100%', 'Bloom, PS5, 0%']);
});

test('a game of which there is one edition says nothing of others', async () => {
  await open(OTHERS.slice(2));
  await openDetails();
  await expect.element(page.getByRole('button', { name: addTag })).toBeVisible();
  expect([...brief.elements(), ...list.elements()]).toEqual([]);
});

test('where the head has no room for them they stand among the details', async () => {
  await open(OTHERS, { tags: ['a', 'b'] });
  await expect.element(page.getByTestId('game-head')).toBeVisible();
  expect(brief.elements()).toEqual([]);
  await openDetails();
  await expect
    .element(list.getByRole('link', { name: /^Bloom™ \(Asia\) PS5 100%$/ }))
    .toBeVisible();
});

test('a mark that the head does not show takes no room from them', async () => {
  await open(OTHERS, { isPlus: true, unobtainable: 'trophy' });
  await expect.poll(named).toHaveLength(2);
});
