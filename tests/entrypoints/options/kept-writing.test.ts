import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { MOST_TAGS } from '@/utils/domain/library/game-marks';
import { DEFAULT_COLUMNS } from '@/utils/domain/library/list-columns';
import { viewsIn } from '@/utils/domain/library/saved-views';
import { type SavedView, firstViewItem } from '@/utils/domain/library/view-items';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { CANCEL } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aTitleWith, openDetails, openGamePage } from '../../support/game-page.ts';
import { openLibrary } from '../../support/library-page.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as words from '@/utils/words/en/library.json';
import * as game from '@/utils/words/en/game.json';

/** Whose page, and another one, that the player goes on to. */
const [ID, NEXT] = ['NPWR00001_00', 'NPWR00009_00'];
const SET = aTrophySet({
  npCommunicationId: ID,
  trophies: [aTrophy({ trophyId: 0, name: 'A' }), aTrophy({ trophyId: 1, name: 'B' })],
});

let notes: unknown[];
let tags: unknown[];
let views: SavedView[][];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  [notes, tags, views] = [[], [], []];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'annotateTrophy') notes.push(payload);
    if (name === 'markGame') tags.push(payload);
    if (name === 'changeSettings') views.push(viewsIn((payload as Partial<Settings>).savedViews));
  });
});

const note = page.getByRole('textbox', { name: game.note });
const tag = page.getByRole('combobox', { name: game.addTag });
const viewName = page.getByRole('textbox', { name: words.viewName });

async function openGame(said: Parameters<typeof aTitleWith>[1] = {}): Promise<void> {
  const others = [aLibraryTitle({ npCommunicationId: NEXT, name: 'Next' })];
  await openGamePage({ title: aTitleWith(SET, said), others, set: SET });
  await expect.element(page.getByRole('list', { name: 'Trophies', exact: true })).toBeVisible();
}

function writeNote(): void {
  document.querySelector<HTMLElement>('[data-item="1"] [data-control="note"]')!.click();
}

async function goOn(): Promise<void> {
  location.hash = `#/game/${NEXT}`;
  await expect.element(page.getByRole('heading', { level: 1, name: 'Next' })).toBeVisible();
}

const close = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

test('a note that is being written is kept, with the trophy it is of, when its page goes away', async () => {
  await openGame();
  writeNote();
  await note.fill('Chapter 4');
  await goOn();
  await expect
    .poll(() => notes)
    .toEqual([{ npCommunicationId: ID, trophyId: 1, note: 'Chapter 4' }]);
});

test('a note is kept when the window is closed, and once', async () => {
  await openGame();
  writeNote();
  await note.fill('Chapter 4');
  close();
  close();
  await expect.poll(() => notes).toHaveLength(1);
  await goOn();
  expect(notes).toEqual([{ npCommunicationId: ID, trophyId: 1, note: 'Chapter 4' }]);
});

test('a note that was given up is not kept when its page goes away', async () => {
  await openGame();
  writeNote();
  await note.fill('Chapter 4');
  await page.getByRole('button', { name: CANCEL }).click();
  await goOn();
  expect(notes).toEqual([]);
});

test('a tag that is being typed is added by leaving its field, and stays while Escape is pressed', async () => {
  await openGame();
  await openDetails();
  await tag.fill('Co-op');
  await userEvent.keyboard('{Escape}');
  await expect.element(tag).toHaveValue('Co-op');
  const status = page.getByRole('combobox', { name: words.status }).element() as HTMLElement;
  status.focus();
  await expect.poll(() => tags).toEqual([{ npCommunicationId: ID, marks: { tags: ['Co-op'] } }]);
  await expect.element(tag).toHaveValue('');
  expect(document.activeElement).toBe(status);
});

test.for([
  ['another page', goOn],
  ['the end of the window', close],
] as const)('a tag that is being typed is added by %s', async ([, leave]) => {
  await openGame({ tags: ['cheap'] });
  await openDetails();
  await tag.fill('Co-op');
  await leave();
  const marks = { tags: ['cheap', 'Co-op'] };
  await expect.poll(() => tags).toEqual([{ npCommunicationId: ID, marks }]);
});

test('where a game has as many tags as it may have, no more can be typed', async () => {
  await openGame({ tags: Array.from({ length: MOST_TAGS - 1 }, (_, at) => `tag ${at}`) });
  await openDetails();
  await tag.fill('Co-op');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove tag: Co-op' })).toBeVisible();
  await expect.element(tag).not.toBeInTheDocument();
});

const COLUMNS = encodeURIComponent(DEFAULT_COLUMNS.join());
const PS5 = { name: 'On PS5', query: `platform=PS5&view=grid&cards=small&columns=${COLUMNS}` };

test('a view is saved under the name that was typed when its page goes away', async () => {
  await openLibrary('?platform=PS5');
  await page.getByRole('button', { name: words.saveView }).click();
  await viewName.fill('On PS5');
  location.hash = '#/privacy';
  await expect.poll(() => views).toMatchObject([[PS5]]);
  await expect.element(viewName).not.toBeInTheDocument();
});

test('a view gets the name that was typed when its page goes away', async () => {
  await publish({ settings: { ...DEFAULT_SETTINGS, savedViews: [firstViewItem(PS5)] } });
  await openLibrary();
  await page.getByRole('button', { name: 'Change On PS5' }).click();
  await viewName.fill('Five');
  location.hash = '#/privacy';
  await expect.poll(() => views).toMatchObject([[{ ...PS5, name: 'Five' }]]);
});

test('a name that nobody typed, or that was given up, is not kept', async () => {
  await openLibrary('?platform=PS5');
  const save = page.getByRole('button', { name: words.saveView });
  await save.click();
  await viewName.fill('On PS5');
  await userEvent.keyboard('{Escape}');
  await save.click();
  await expect.element(viewName).toHaveValue('PS5');
  location.hash = '#/privacy';
  await expect.element(viewName).not.toBeInTheDocument();
  expect(views.flat()).toEqual([]);
});
