import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { AnnotationChange } from '@/utils/domain/trophies/trophy-annotation';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import {
  aTitleWith,
  openDetails,
  openGamePage,
  openOptions,
  storeAnnotation,
  type SomeAnnotation,
} from '../../support/game-page.ts';
import { isLeftToPage } from '../../support/is-left-to-page.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import { CANCEL } from '@/utils/words/names';
import { BASE_GAME } from '@/utils/words/trophy-list';
import * as game from '@/utils/words/en/game.json';

const SET = aTrophySet({
  groups: [
    { groupId: 'default', name: 'Lantern Keepers', iconUrl: null },
    { groupId: '001', name: 'The Drowned Lighthouse', iconUrl: null },
  ],
  trophies: [
    aTrophy({ trophyId: 0, name: 'A', earned: true, earnedAt: 5 }),
    aTrophy({ trophyId: 1, name: 'B' }),
    aTrophy({ trophyId: 2, name: 'C', groupId: '001', grade: 'gold' }),
    aTrophy({ trophyId: 3, name: 'D', groupId: '001', grade: 'gold' }),
  ],
});

let kept: AnnotationChange[];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  kept = [];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'annotateTrophy') kept.push(payload as AnnotationChange);
  });
});

const items = page.getByRole('list', { name: 'Trophies', exact: true }).getByRole('listitem');

async function expectShown(names: string[]): Promise<void> {
  const shown = () =>
    [...document.querySelectorAll('[data-item] bdi:first-of-type')].map((name) =>
      name.textContent.trim(),
    );
  await expect.poll(() => shown().filter((name) => /^[A-D]$/.test(name))).toEqual(names);
}

async function open(annotations: SomeAnnotation[] = []) {
  return openGamePage({ title: aTitleWith(SET), set: SET, annotations });
}

function tool(trophyId: number, name: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-item="${trophyId}"] [data-control="${name}"]`)!;
}

function grade(at: number, name: string) {
  return items.nth(at).getByRole('img', { name, exact: true });
}

test('one list of all trophies; each group says how far it is, and closes', async () => {
  await open();

  await expect.poll(() => items.elements().length).toBe(4);
  const base = page.getByRole('heading', { name: BASE_GAME });
  const addOn = page.getByRole('heading', { name: 'The Drowned Lighthouse' });
  await expect.element(base).toBeVisible();
  await expect.element(items.nth(0)).toMatchTextContent(/50%/);
  await expect.element(grade(0, 'Bronze: 1 of 2')).toBeVisible();
  await expect.element(items.nth(2)).toMatchTextContent(/0%/);
  await expect.element(grade(2, 'Gold: 0 of 2')).toBeVisible();
  await expectAccessible();

  const close = addOn.getByRole('button');
  await close.click();
  await expectShown(['A', 'B']);
  await expect.element(close).toHaveAttribute('aria-expanded', 'false');
  await expect.element(close).toHaveFocus();
  await expectAccessible();
  await close.click();
  await expectShown(['A', 'B', 'C', 'D']);
});

test('the base game alone', async () => {
  await open();

  await openOptions();
  await page.getByRole('switch', { name: game.baseOnly }).click();
  await expectShown(['A', 'B']);
  await expect.element(page.getByRole('radio', { name: 'All 2' })).toBeChecked();
});

test('an add-on whose name is not there yet has a number', async () => {
  const set = { ...SET, groups: [] };
  await openGamePage({ title: aTitleWith(set, { groupCount: 2 }), set });

  await expect.element(page.getByRole('heading', { name: 'Add-on 1' })).toBeVisible();
});

test('a game with add-ons, nobody said how many, does not say how many', async () => {
  await openGamePage({ title: aTitleWith(SET, { groupCount: null }), set: SET });

  await openDetails();
  await expect.element(page.getByText(game.groupsUnknown)).toBeVisible();
  const count = page.getByText(game.groupsUnknown).element().closest('div');
  expect(count?.textContent).toMatch(/unknown/);
});

test('a game without add-ons has no heads and no such switch', async () => {
  const set = aTrophySet();
  await openGamePage({ title: aTitleWith(set), set });

  await expect.element(items.nth(0)).toBeVisible();
  expect(page.getByRole('heading', { level: 3 }).elements()).toHaveLength(0);
  await openOptions();
  expect(page.getByRole('switch', { name: game.baseOnly }).elements()).toHaveLength(0);
});

test('a note is written, kept, and left without being kept', async () => {
  await open([{ trophyId: 1, note: 'Behind the waterfall', pinned: true }]);
  await expect.element(page.getByText('Behind the waterfall')).toBeVisible();

  tool(1, 'note').click();
  const field = page.getByRole('textbox', { name: game.note });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('Behind the waterfall');
  await expectAccessible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(tool(1, 'note'));
  expect(kept).toEqual([]);

  tool(1, 'note').click();
  await field.fill('  Chapter 4 ');
  await page.getByRole('button', { name: game.save }).click();
  const { npCommunicationId } = SET;
  await expect.poll(() => kept).toEqual([{ npCommunicationId, trophyId: 1, note: 'Chapter 4' }]);
  await expect.element(field).not.toBeInTheDocument();
});

test('a note that was not kept stays to be saved again', async () => {
  answerAsBackground({ ok: false, failure: { cause: 'storage-unavailable' } });
  await open();
  await expect.element(items.nth(0)).toBeVisible();

  tool(0, 'note').click();
  const field = page.getByRole('textbox', { name: game.note });
  await field.fill('Long work');
  await page.getByRole('button', { name: game.save }).click();

  await expect.element(page.getByText(/was not saved/)).toBeVisible();
  await expect.element(field).toHaveValue('Long work');
});

test('a note is kept by Escape and by leaving it, and given up by Cancel alone', async () => {
  await open();
  await expect.element(items.nth(1)).toBeVisible();
  const field = page.getByRole('textbox', { name: game.note });
  const notes = () => kept.map(({ note }) => note);

  tool(1, 'note').click();
  await field.fill('Chapter 4');
  await userEvent.keyboard('{Escape}');
  await expect.poll(notes).toEqual(['Chapter 4']);
  await expect.element(field).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(tool(1, 'note'));

  tool(1, 'note').click();
  await field.fill('Chapter 5');
  tool(2, 'pin').focus();
  await expect.poll(notes).toEqual(['Chapter 4', 'Chapter 5']);

  await field.fill('Chapter 6');
  await page.getByRole('button', { name: CANCEL }).click();
  await expect.element(field).not.toBeInTheDocument();
  expect(notes()).toEqual(['Chapter 4', 'Chapter 5']);
});

test('a pin goes first in its group, and can be left in its place', async () => {
  const { database } = await open();
  await expectShown(['A', 'B', 'C', 'D']);

  tool(3, 'pin').click();
  const annotation = {
    npCommunicationId: SET.npCommunicationId,
    trophyId: 3,
    pinned: true,
  };
  await expect.poll(() => kept).toEqual([annotation]);
  await storeAnnotation(database, annotation);

  await expectShown(['A', 'B', 'D', 'C']);
  expect(tool(3, 'pin').getAttribute('aria-pressed')).toBe('true');
  await openOptions();
  await page.getByRole('switch', { name: game.pinnedFirst }).click();
  await expectShown(['A', 'B', 'C', 'D']);
});

test('a trophy that goes to another place takes the focus along', async () => {
  const set = aTrophySet({
    trophies: ['A', 'B', 'C', 'D'].map((name, trophyId) => aTrophy({ trophyId, name })),
  });
  const { database } = await openGamePage({ title: aTitleWith(set), set });
  await expectShown(['A', 'B', 'C', 'D']);

  tool(2, 'pin').focus();
  const { npCommunicationId } = set;
  await storeAnnotation(database, { npCommunicationId, trophyId: 2, pinned: true });

  await expectShown(['C', 'A', 'B', 'D']);
  await expect.poll(() => document.activeElement).toBe(tool(2, 'pin'));
});

test('Tab leads to the tools of every trophy, the arrows from one trophy to the other', async () => {
  await open();
  await expectShown(['A', 'B', 'C', 'D']);
  tool(0, 'pin').focus();
  for (const id of [0, 1]) {
    for (const name of ['pin', 'note', 'unobtainable', 'types']) {
      expect(document.activeElement).toBe(tool(id, name));
      expect(getComputedStyle(tool(id, name)).opacity).toBe('1');
      await userEvent.tab();
    }
  }

  tool(0, 'note').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(tool(2, 'note'));
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(tool(1, 'note'));
});

test('the arrows leave a note, the head of a group and the ends of the list alone', async () => {
  await open();
  await expectShown(['A', 'B', 'C', 'D']);
  const isLeft = () => ['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => isLeftToPage(key));

  tool(1, 'note').click();
  const field = page.getByRole('textbox', { name: game.note });
  await expect.element(field).toHaveFocus();
  expect(isLeft()).toEqual([true, true, true, true]);
  await expect.element(field).toHaveFocus();
  const head = page.getByRole('heading', { name: 'The Drowned Lighthouse' }).getByRole('button');
  (head.element() as HTMLElement).focus();
  expect(isLeft()).toEqual([true, true, true, true]);
  tool(3, 'pin').focus();
  expect(isLeftToPage('ArrowDown')).toBe(true);
  expect(isLeftToPage('Home')).toBe(true);
  expect(document.activeElement).toBe(tool(3, 'pin'));
});

test('Tab leads from the head of a group to its first trophy', async () => {
  await open();
  await expectShown(['A', 'B', 'C', 'D']);

  const head = page.getByRole('heading', { name: 'The Drowned Lighthouse' }).getByRole('button');
  (head.element() as HTMLElement).focus();
  await userEvent.tab();
  expect(document.activeElement).toBe(tool(2, 'pin'));
});

test('from a control that the next trophy has not the arrows lead to its first one', async () => {
  const secret = aTrophy({ trophyId: 0, name: 'A', hidden: true });
  const set = aTrophySet({ trophies: [secret, aTrophy({ trophyId: 1, name: 'B' })] });
  await openGamePage({ title: aTitleWith(set), set });
  await expect.poll(() => tool(0, 'secret')).not.toBeNull();

  tool(0, 'secret').focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(tool(1, 'pin'));
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(tool(0, 'pin'));
});

test('an add-on of which only the definitions are there claims nothing of what is earned', async () => {
  const set = aTrophySet({
    ...SET,
    trophies: SET.trophies.map((trophy) =>
      trophy.groupId === '001' ? { ...trophy, earned: null } : trophy,
    ),
  });
  await openGamePage({ title: aTitleWith(set, { earned: aTitleWith(SET).earned }), set });

  await expect.element(items.nth(0)).toMatchTextContent(/Base game.*50%/);
  await expect.element(grade(0, 'Bronze: 1 of 2')).toBeVisible();
  await expect.element(items.nth(2)).toMatchTextContent(/Lighthouse.*unknown/);
  await expect.element(grade(2, 'Gold: unknown of 2')).toBeVisible();
  await expect.element(items.nth(2)).not.toMatchTextContent(/0%|0\/|not earned/);
  await expect.element(items.nth(3)).toMatchTextContent(new RegExp(game.earnedUnknown));
  await expectAccessible();
});
