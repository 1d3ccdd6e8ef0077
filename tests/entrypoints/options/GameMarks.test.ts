import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTitleWith, openDetails, openGamePage, storeAnnotation } from '../../support/game-page.ts';
import { FIVE, openLibrary, shows } from '../../support/library-page.ts';
import { aLibraryTitle } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as words from '@/utils/words/en/library.json';
import * as game from '@/utils/words/en/game.json';

let asked: unknown[];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  asked = [];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'markGame' || name === 'annotateTrophy') asked.push(payload);
  });
});

const SET = aTrophySet({ trophies: [aTrophy({ trophyId: 0, name: 'A' })] });

test('the player says on a game’s page what they do with it, and takes it back', async () => {
  const { npCommunicationId } = SET;
  await openGamePage({ title: aTitleWith(SET, { status: 'backlog' }), set: SET });
  const status = page.getByRole('combobox', { name: words.status });
  await expect.element(status).toHaveDisplayValue(words.statuses.backlog);

  await status.selectOptions(words.statuses.playing);
  await status.selectOptions(words.statuses.none);
  await expect
    .poll(() => asked)
    .toEqual([
      { npCommunicationId, marks: { status: 'playing' } },
      { npCommunicationId, marks: { status: null } },
    ]);
  await expectAccessible();
});

test('the choice of a status keeps to the page where that is narrow', async () => {
  await page.viewport(320, 800);
  await openGamePage({ title: aTitleWith(SET), set: SET });
  const status = page.getByRole('combobox', { name: words.status });
  await expect.element(status).toBeVisible();

  const end = page.getByTestId('game-head').element().getBoundingClientRect().right;
  expect(status.element().getBoundingClientRect().right).toBeLessThanOrEqual(end);
});

test('a game that is unobtainable is marked so, and what the library says of its platinum', async () => {
  const { npCommunicationId } = SET;
  const { database } = await openGamePage({ title: aTitleWith(SET), set: SET });
  await openDetails();
  const button = page.getByRole('button', { name: words.unobtainable, exact: true }).first();
  await button.click();
  await expect.poll(() => asked).toEqual([{ npCommunicationId, marks: { unobtainable: true } }]);
  await database.titles.update(npCommunicationId, { unobtainable: 'game' });
  await expect.element(button).toHaveAttribute('aria-pressed', 'true');

  await database.titles.update(npCommunicationId, { unobtainable: 'platinum' });
  await expect.element(page.getByText(words.options.platinum.impossible).first()).toBeVisible();
  await expect.element(button).toHaveAttribute('aria-pressed', 'false');
});

test('a trophy is marked at the end of its row, where Tab leads, and the mark stands there', async () => {
  const { npCommunicationId } = SET;
  const { database } = await openGamePage({ title: aTitleWith(SET), set: SET });
  const row = page.getByRole('list', { name: 'Trophies', exact: true }).getByRole('listitem');
  const button = row.getByRole('button', { name: words.unobtainable });
  await expect.element(button).not.toHaveAttribute('tabindex');
  await button.click();
  const said = { npCommunicationId, trophyId: 0, unobtainable: true };
  await expect.poll(() => asked).toEqual([said]);

  await storeAnnotation(database, said);
  await expect.element(button).toHaveAttribute('aria-pressed', 'true');
  // Nothing points at the row, and it is seen all the same.
  await page.getByRole('heading', { level: 1 }).hover();
  button.element().blur();
  await expect.poll(() => getComputedStyle(button.element()).opacity).toBe('1');
  const pin = row.getByRole('button', { name: game.pin });
  await expect.poll(() => getComputedStyle(pin.element()).opacity).toBe('0');
  await expectAccessible();

  // Under the words of a narrow row nothing would stand in their line.
  await page.viewport(400, 800);
  await expect.poll(() => getComputedStyle(pin.element()).opacity).toBe('1');
});

test('where nothing can be pointed with, what marks a trophy is always seen', async () => {
  const touch = async (enabled: boolean): Promise<void> => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled });
  };
  await touch(true);
  onTestFinished(() => touch(false));
  await openGamePage({ title: aTitleWith(SET), set: SET });
  const row = page.getByRole('list', { name: 'Trophies', exact: true }).getByRole('listitem');
  const pin = row.getByRole('button', { name: game.pin });
  await expect.element(pin).toBeVisible();
  expect(matchMedia('(hover: none)').matches).toBe(true);
  expect(getComputedStyle(pin.element()).opacity).toBe('1');
});

test('the player tags a game with a word of the library, or one of their own', async () => {
  const { npCommunicationId } = SET;
  const other = aLibraryTitle({ npCommunicationId: 'NPWR00009_00', tags: ['Co-op', 'cheap'] });
  const { database } = await openGamePage({
    title: aTitleWith(SET, { tags: ['cheap'] }),
    others: [other],
    set: SET,
  });
  await openDetails();
  const field = page.getByRole('combobox', { name: game.addTag });
  const offered = () =>
    [...(field.element() as HTMLInputElement).list!.options].map(({ value }) => value);
  await expect.poll(offered).toEqual(['Co-op']);
  await field.fill('co-op');
  await userEvent.keyboard('{Enter}');
  const tags = ['cheap', 'Co-op'];
  await expect.poll(() => asked).toEqual([{ npCommunicationId, marks: { tags } }]);
  await expect.element(field).toHaveValue('');
  await database.titles.update(npCommunicationId, { tags });

  await page.getByRole('button', { name: 'Remove tag: cheap' }).click();
  await expect.poll(() => asked.at(-1)).toEqual({ npCommunicationId, marks: { tags: ['Co-op'] } });
  await expect.element(field).toHaveFocus();
  await expectAccessible();
});

test('two changes of a game’s tags one right after the other are both kept', async () => {
  const { npCommunicationId } = SET;
  await openGamePage({ title: aTitleWith(SET, { tags: ['cheap'] }), set: SET });
  await openDetails();
  const field = page.getByRole('combobox', { name: game.addTag });
  await field.fill('Co-op');
  await userEvent.keyboard('{Enter}');
  // The library does not tell of the first yet.
  await page.getByRole('button', { name: 'Remove tag: cheap' }).click();
  await expect
    .poll(() => asked)
    .toEqual([
      { npCommunicationId, marks: { tags: ['cheap', 'Co-op'] } },
      { npCommunicationId, marks: { tags: ['Co-op'] } },
    ]);
  await expect.element(page.getByRole('button', { name: 'Remove tag: Co-op' })).toBeVisible();
});

test('tags that could not be kept are not shown', async () => {
  answerAsBackground({ ok: false, failure: { cause: 'storage-unavailable' } });
  await openGamePage({ title: aTitleWith(SET, { tags: ['cheap'] }), set: SET });
  await openDetails();
  await page.getByRole('button', { name: 'Remove tag: cheap' }).click();
  await expect.element(page.getByRole('button', { name: 'Remove tag: cheap' })).toBeVisible();
  const field = page.getByRole('combobox', { name: game.addTag });
  await field.fill('Co-op');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('button', { name: 'Remove tag: Co-op' }))
    .not.toBeInTheDocument();
  await expect.element(field).toHaveValue('Co-op');
});

test('games are found by their tags, which are counted', async () => {
  const titles = titled('Ōkami', { tags: ['co-op'] });
  await openLibrary('?show=all', titles);
  const filters = page.getByRole('region', { name: 'Filters' });
  await filters.getByRole('checkbox', { name: /co-op ?1/ }).click();
  await shows('Ōkami');
  await expect.poll(() => location.hash).toBe('#/library?show=all&tag=co-op');
  await expect.element(page.getByRole('button', { name: 'Remove filter: co-op' })).toBeVisible();
});

test('games are found by it, and say it', async () => {
  const titles = FIVE.map((title, at) =>
    at === 1 ? { ...title, status: 'playing' as const } : title,
  );
  await openLibrary('', titles);
  const playing = page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', {
    name: new RegExp(words.statuses.playing),
  });
  await playing.click();

  await shows('Ōkami');
  await expect.poll(() => location.hash).toBe('#/library?status=playing');
  const game = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Ōkami' }) });
  // One node for all that a game is marked with.
  await expect.element(game.getByText(new RegExp(words.statuses.playing))).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Remove filter: Playing' })).toBeVisible();
});

function titled(name: string, said: Partial<LibraryTitle>): LibraryTitle[] {
  return FIVE.map((title) => (title.name === name ? { ...title, ...said } : title));
}

test('the player hides a game on its page, and sees there that it is hidden', async () => {
  const { npCommunicationId } = SET;
  const { database } = await openGamePage({ title: aTitleWith(SET), set: SET });
  await openDetails();
  const hide = page.getByRole('button', { name: game.hide, exact: true });
  await expect.element(hide).toHaveAttribute('aria-pressed', 'false');
  await hide.click();
  await expect.poll(() => asked).toEqual([{ npCommunicationId, marks: { hide: true } }]);

  await database.titles.update(npCommunicationId, { hide: true });
  await expect.element(hide).toHaveAttribute('aria-pressed', 'true');
  await hide.click();
  await expect.poll(() => asked.at(-1)).toEqual({ npCommunicationId, marks: { hide: false } });
  await expectAccessible();
});

test('games that are hidden are counted, and shown where they are asked for', async () => {
  await openLibrary('?show=all', titled('Bloom', { hide: true }));
  await shows('Astro Bot', 'Ōkami', 'Bloom™', 'Zero Hour');

  const shown = page.getByRole('switch', { name: 'Show games that you hid (1)' });
  await shown.click();
  await shows('Bloom');
  await expect.poll(() => location.hash).toBe('#/library?show=all&hide=yes');
  await expectAccessible();
  await page.getByRole('button', { name: 'Remove filter: Games that you hid' }).click();
  await shows('Astro Bot', 'Ōkami', 'Bloom™', 'Zero Hour');
});

test('where nothing but a hidden game fits, it leads to that', async () => {
  await openLibrary('?show=all&q=zero', titled('Zero Hour', { hide: true }));
  await page.getByRole('button', { name: 'Show games that you hid (1)' }).click();
  await shows('Zero Hour');
});
