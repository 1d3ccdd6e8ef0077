import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import { here } from '@/components/app/time-zone.svelte';
import { render } from 'vitest-browser-svelte';
import { ORDER_SCRIPT } from '@/components/library/order-script';
import TitleCard from '@/components/library/TitleCard.svelte';
import {
  GONE,
  HIDDEN,
  PENDING,
  PENDING_HINT,
  PLUS,
  PLUS_HINT,
  UNOBTAINABLE,
} from '@/utils/words/title-flags';
import type { Sort } from '@/utils/domain/library/library-view';
import { playedAgo } from '@/utils/words/library';
import { STATUS_NAMES } from '@/utils/words/game-status';
import { GRADE_NAMES, PLATINUM_EARNED } from '@/utils/words/trophies';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, aLibraryTitle } from '../../support/statuses.ts';

const NOW = new Date(2026, 10, 22, 12, 0).getTime();

test('marks an earned platinum, and only that', async () => {
  const earned = aLibraryTitle({ earned: { bronze: 0, silver: 0, gold: 0, platinum: 1 } });
  const { getByRole, getByText, rerender } = await render(TitleCard, {
    title: earned,
    now: NOW,
  });
  await expect.element(getByText(PLATINUM_EARNED)).toBeVisible();
  // Once is enough.
  await expect
    .element(getByRole('img', { name: new RegExp(GRADE_NAMES.platinum) }))
    .not.toBeInTheDocument();

  await rerender({ title: aLibraryTitle(), now: NOW });
  await expect.element(getByText(PLATINUM_EARNED)).not.toBeInTheDocument();
  await expect.element(getByRole('img', { name: new RegExp(GRADE_NAMES.platinum) })).toBeVisible();
});

test('counts what is earned of each grade that the set has', async () => {
  const title = aLibraryTitle({
    defined: { bronze: 40, silver: null, gold: 2, platinum: 0 },
    earned: { bronze: 12, silver: null, gold: 2, platinum: 0 },
  });
  const { container, getByRole } = await render(TitleCard, { title, now: NOW });

  await expect.element(getByRole('img', { name: 'Bronze: 12 of 40' })).toHaveTextContent('12');
  await expect.element(getByRole('img', { name: 'Silver: unknown of unknown' })).toBeVisible();
  expect(container.querySelectorAll('[role="img"]')).toHaveLength(3);
});

test('says without a node of its own that all it waits for are its trophies', async () => {
  const waiting = aLibraryTitle({ choice: 'picked', tally: null });
  const { container, getByRole, rerender } = await render(TitleCard, { title: waiting, now: NOW });
  const nodes = () => container.querySelectorAll('*').length;
  const link = getByRole('link', { name: waiting.name, exact: true });
  const said = new RegExp(`${PENDING}.*${PENDING_HINT}`);
  await expect.element(link).toHaveAccessibleDescription(said);
  const before = nodes();

  await rerender({ title: { ...waiting, choice: 'unpicked' }, now: NOW });
  expect(nodes()).toBe(before);
  await expect.element(link).not.toHaveAccessibleDescription(said);
});

test('no game has the picture that another had, not for a frame', async () => {
  const pictured = (name: string) =>
    aLibraryTitle({
      name: 'Bloom Low',
      iconUrl: `https://image.api.playstation.com/trophy/np/${name}.png`,
    });
  const { container, rerender } = await render(TitleCard, { title: pictured('one'), now: NOW });
  const image = container.querySelector('img')!;
  await expect.poll(() => image.complete).toBe(true);
  const opacity = () => getComputedStyle(image).opacity;
  await expect.poll(() => image.currentSrc).toContain('one');
  image.dispatchEvent(new Event('load'));
  await expect.poll(opacity).toBe('1');

  await rerender({ title: pictured('two'), now: NOW });
  expect(container.querySelector('img')).toBe(image);
  expect(opacity()).toBe('0');
  await expect.element(page.getByText('BL')).toBeVisible();
});

test('can be read by everyone', async () => {
  const platinum = { bronze: 1, silver: 1, gold: 1, platinum: 1 };
  await render(TitleCard, {
    now: NOW,
    title: aLibraryTitle({ hidden: true, isPlus: true, earned: platinum }),
  });
  await expectAccessible();
});

test('says what it is sorted by, where it does not say it anyway', async () => {
  // Nothing is shown in an order before what it goes by is there.
  await ORDER_SCRIPT.load();
  const title = aLibraryTitle({ lastPlayedAt: NOW - 3 * DAY });
  const { getByText, rerender } = await render(TitleCard, { title, now: NOW, sort: 'played' });
  await expect.element(getByText(/3 days ago/)).toBeVisible();

  await rerender({ title, now: NOW, sort: 'trophies' });
  await expect.element(getByText(/3 days ago/)).not.toBeInTheDocument();
  await expect.element(getByText(/\d+ trophies earned ·/)).toBeVisible();
});

/** What of a text can be read in its element, which may cut it off. */
function readable(within: Element, text: string): boolean {
  const node = [...within.childNodes].find((each) => each.textContent?.includes(text));
  const range = document.createRange();
  const from = node?.textContent?.indexOf(text) ?? 0;
  range.setStart(node!, from);
  range.setEnd(node!, from + text.length);
  const box = within.getBoundingClientRect();
  return [...range.getClientRects()].every(
    ({ right, bottom }) => right <= box.right + 1 && bottom <= box.bottom + 1,
  );
}

test.each<[number, Sort]>([
  [9, 'completed'],
  [9, 'trophy'],
  [9, 'platinum'],
  [11.5, 'trophy'],
  [11.5, 'played'],
])('in a card of %d rem what it is sorted by can be read: %s', async (width, sort) => {
  await ORDER_SCRIPT.load();
  const counts = { bronze: 40, silver: 0, gold: 0, platinum: 1 };
  const isOpen = sort === 'platinum';
  const title = aLibraryTitle({
    platforms: ['PS3', 'PS4', 'PSVITA'],
    ...{ lastUpdatedAt: NOW - 900 * DAY, lastPlayedAt: NOW - 300 * DAY, groupCount: 2 },
    ...{ defined: counts, earned: isOpen ? { ...counts, bronze: 1, platinum: 0 } : counts },
    ...{ progress: isOpen ? 3 : 100, tally: null },
  });
  const { container } = await render(TitleCard, { title, now: NOW, sort });
  container.classList.add('game-card');
  container.style.inlineSize = `${width}rem`;

  const value =
    sort === 'played'
      ? playedAgo(title.lastPlayedAt, NOW, here.locale)
      : (ORDER_SCRIPT.exports?.default.sortWords(title, sort, here.locale) ?? '');
  const facts = container.querySelector('.facts')!;
  expect(facts.textContent).toContain(value);
  expect(readable(facts, value)).toBe(true);
});

test('all that a game is marked with stands in one place, each with what it means', async () => {
  const title = aLibraryTitle({
    ...{ hidden: true, isPlus: true, unobtainable: 'game', choice: 'unpicked' },
  });
  const { container } = await render(TitleCard, { title, now: NOW });
  const marks = [...container.querySelectorAll<HTMLElement>('.flag')];
  expect(marks.map(({ textContent }) => textContent)).toEqual([
    [HIDDEN, PLUS, UNOBTAINABLE].join(' · '),
  ]);
  expect(marks[0]!.title).toContain(PLUS_HINT);
});

test('that a game is gone leaves room for what else it is marked with, and says since when where it is pointed at', async () => {
  const absence = { missedAt: NOW, isSure: true };
  const title = aLibraryTitle({ absence, status: 'done', choice: 'unpicked' });
  const { container } = await render(TitleCard, { title, now: NOW });
  const mark = container.querySelector<HTMLElement>('.flag');
  expect(mark?.textContent).toBe(`${GONE} · ${STATUS_NAMES.done}`);
  expect(mark?.title).toMatch(/since .*2026/);
});
