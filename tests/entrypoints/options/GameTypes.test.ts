import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { AnnotationChange } from '@/utils/domain/trophies/trophy-annotation';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import {
  aTitleWith,
  openGamePage,
  openOptions,
  storeAnnotation,
  type SomeAnnotation,
} from '../../support/game-page.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as game from '@/utils/words/en/game.json';

const SET = aTrophySet({
  trophies: [
    aTrophy({ trophyId: 0, name: 'A', earned: true, earnedAt: 5 }),
    aTrophy({ trophyId: 1, name: 'B' }),
    aTrophy({ trophyId: 2, name: 'C' }),
  ],
});
const OF = { npCommunicationId: SET.npCommunicationId };
const { missable, online, story } = game.types;

let kept: AnnotationChange[];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  kept = [];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'annotateTrophy') kept.push(payload as AnnotationChange);
  });
});

const list = page.getByRole('list', { name: game.trophies, exact: true });

const row = (trophyId: number) =>
  list
    .getByRole('listitem')
    .filter({ has: page.getByText('ABC'.charAt(trophyId), { exact: true }) });

async function open(annotations: SomeAnnotation[] = []) {
  const opened = await openGamePage({ title: aTitleWith(SET), set: SET, annotations });
  await expect.element(list).toBeVisible();
  await expect.poll(() => document.querySelectorAll('.row').length).toBe(3);
  return opened;
}

const shown = (): string[] =>
  [...document.querySelectorAll('.row .name bdi')].map(({ textContent }) => textContent);

test('a trophy gets its types at the end of its row, several of them, and says them there', async () => {
  const { database } = await open();
  const types = row(1).getByRole('button', { name: game.trophyType });
  await types.click();
  await row(1).getByRole('button', { name: missable }).click();
  const said = { ...OF, trophyId: 1, missable: true };
  await expect.poll(() => kept).toEqual([said]);
  await storeAnnotation(database, said);
  await expect
    .element(row(1).getByRole('button', { name: missable }))
    .toHaveAttribute('aria-pressed', 'true');

  await row(1).getByRole('button', { name: online }).click();
  const more = { ...OF, trophyId: 1, online: true };
  await expect.poll(() => kept.at(-1)).toEqual(more);
  await storeAnnotation(database, more);
  const marks = row(1).getByRole('list', { name: game.trophyType }).getByRole('listitem');
  await expect
    .poll(() => marks.elements().map((each) => each.textContent))
    .toEqual([missable, online]);
  await expectAccessible();

  await row(1).getByRole('button', { name: missable }).click();
  await expect.poll(() => kept.at(-1)).toEqual({ ...said, missable: false });
  await types.click();
  await expect.element(row(1).getByRole('button', { name: missable })).not.toBeInTheDocument();
  await expect.element(marks.first()).toBeVisible();
});

test('the keyboard opens them, goes along them and leaves them by Escape', async () => {
  await open();
  const types = row(0).getByRole('button', { name: game.trophyType });
  await expect.element(types).not.toHaveAttribute('tabindex');
  (types.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(row(0).getByRole('button', { name: missable })).toBeVisible();
  await userEvent.tab();
  await expect.element(row(0).getByRole('button', { name: missable })).toHaveFocus();
  await userEvent.tab();
  await expect.element(row(0).getByRole('button', { name: online })).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect.poll(() => kept).toEqual([{ ...OF, trophyId: 0, online: true }]);

  await userEvent.keyboard('{Escape}');
  await expect.element(types).toHaveFocus();
  await expect.element(types).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(row(1).getByRole('button', { name: game.trophyType })).toHaveFocus();
});

test('Escape closes them too where the focus is still on what has opened them', async () => {
  await open();
  const types = row(0).getByRole('button', { name: game.trophyType });
  (types.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(types).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{Escape}');
  await expect.element(types).toHaveAttribute('aria-expanded', 'false');
  await expect.element(types).toHaveFocus();
});

test('only trophies of a type are listed and counted, and what is in use is said', async () => {
  const { database } = await open([
    { trophyId: 0, story: true },
    { trophyId: 2, missable: true, story: true },
  ]);
  await expect.element(page.getByRole('button', { name: game.options, exact: true })).toBeVisible();
  await openOptions();
  const choice = page.getByRole('combobox', { name: game.trophyType });
  const offered = () =>
    [...(choice.element() as HTMLSelectElement).options].map(({ textContent }) => textContent);
  expect(offered()).toEqual([game.anyType, missable, story]);

  await choice.selectOptions(story);
  await expect.poll(shown).toEqual(['A', 'C']);
  await expect.element(page.getByRole('radio', { name: 'All 2' })).toBeChecked();
  await expect.element(page.getByRole('radio', { name: 'Earned 1' })).toBeVisible();
  const inUse = page.getByRole('button', { name: 'More ways to look, 1 in use', exact: true });
  await expect.element(inUse).toMatchTextContent(/1/);
  await expectAccessible();

  // What no trophy is any more is not looked for either.
  await storeAnnotation(database, { ...OF, trophyId: 0, story: false });
  await expect.poll(shown).toEqual(['C']);
  await storeAnnotation(database, { ...OF, trophyId: 2, story: false, missable: false });
  await expect.poll(shown).toEqual(['A', 'B', 'C']);
  await expect.element(choice).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: game.options, exact: true })).toBeVisible();
});

test('where a type has none of what is shown, all trophies are a click away', async () => {
  await open([{ trophyId: 0, online: true }]);
  await openOptions();
  await page.getByRole('combobox', { name: game.trophyType }).selectOptions(online);
  await page.getByRole('radio', { name: 'Missing 0' }).click();
  await page.getByRole('button', { name: game.showAll }).click();
  await expect.poll(shown).toEqual(['A', 'B', 'C']);
});

test('each switch that is set in there counts, and one that has nothing to do does not', async () => {
  await open([{ trophyId: 1, pinned: true }]);
  await openOptions();
  await page.getByRole('switch', { name: game.pinnedFirst }).click();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await expect.element(button('More ways to look, 1 in use')).toBeVisible();
  await page.getByRole('switch', { name: game.pinnedFirst }).click();
  await expect.element(button(game.options)).toBeVisible();
});
