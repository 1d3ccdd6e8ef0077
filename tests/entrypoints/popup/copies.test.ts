import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
// Loaded late by the popup; from the development server the first time takes a second.
import '@/components/popup/after-first-frame';
import App from '@/entrypoints/popup/App.svelte';
import { NO_COPIES, type CopyTrouble, type MadeCopy } from '@/utils/domain/copies/copies-record';
import { withShape } from '@/utils/status/stored-shape';
import { copiesStopped, lacksCopy, toCopies } from '@/utils/words/en/copies.json';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aSnapshot, connected, DAY } from '../../support/statuses.ts';

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

function aCopyOf(daysAgo: number): MadeCopy {
  const figures = { games: 40, notes: 0, pins: 0, picks: 12, marks: 0 };
  return { at: Date.now() - daysAgo * DAY, figures, digest: 'd' };
}

/** The popup of a player who has made something so many days ago, and saved a copy. */
async function open(
  ownFor: number,
  savedBefore: number | null,
  trouble: CopyTrouble | null = null,
  isOn = true,
  hasMade = false,
) {
  const [ownSince, savedAt] = [ownFor, savedBefore].map(
    (days) => days && Date.now() - days * DAY,
  ) as [number, number | null];
  const account = {
    ...{ fileMark: null, made: hasMade ? aCopyOf(1) : null, sameAt: null },
    ...{ savedAt, ownSince, anewAt: null, seenSync: null },
  };
  const { accountId } = connected();
  const accounts = { [accountId]: account };
  const copies = withShape({ ...NO_COPIES, isOn, accounts, trouble });
  await browser.storage.local.set({ copies });
  await publish({ connection: connected(), snapshot: aSnapshot() });
  return render(App);
}

test('says that what the player made has had no copy for 30 days, with the way to one', async () => {
  const { container, getByText, getByRole } = await open(90, 31);
  await expect.element(getByText(lacksCopy)).toBeVisible();
  const way = getByRole('link', { name: toCopies }).element() as HTMLAnchorElement;
  expect(way.href).toMatch(/options\.html#\/settings$/);
  const main = container.querySelector('main')!;
  expect(main.scrollHeight).toBe(main.clientHeight);
  await expectAccessible();
});

test('says at once that the browser wants to be asked again, in the place of the other', async () => {
  const trouble: CopyTrouble = { kind: 'permission', accountId: null, found: null };
  const { container, getByText, getByRole } = await open(90, 31, trouble);
  await expect.element(getByText(copiesStopped)).toBeVisible();
  await expect.element(getByText(lacksCopy)).not.toBeInTheDocument();
  await expect.element(getByRole('link', { name: toCopies })).toBeVisible();
  const main = container.querySelector('main')!;
  expect(main.scrollHeight).toBe(main.clientHeight);
  await expectAccessible();
});

test('says nothing of that where copies are off: nothing is to be asked again', async () => {
  const trouble: CopyTrouble = { kind: 'permission', accountId: null, found: null };
  const { getByText } = await open(90, 31, trouble, false);
  await expect.element(getByText(lacksCopy)).toBeVisible();
  await expect.element(getByText(copiesStopped)).not.toBeInTheDocument();
});

test.each([
  ['the browser asks for a place, which switched them off', 'asks', false],
  ['nobody lets them be written, which switched them off', 'permission', false],
  ['the library has become smaller', 'smaller', true],
] as const)(
  'says at once that copies which made themselves are not made: %s',
  async (_, kind, isOn) => {
    const trouble: CopyTrouble = { kind, accountId: connected().accountId, found: null };
    const { getByText } = await open(0, null, trouble, isOn, true);
    await expect.element(getByText(copiesStopped)).toBeVisible();
  },
);

test('says nothing of what is tried again', async () => {
  const trouble: CopyTrouble = { kind: 'failed', accountId: null, found: null };
  const { getByText } = await open(90, 31, trouble, true, false);
  await expect.element(getByText(lacksCopy)).toBeVisible();
  await expect.element(getByText(copiesStopped)).not.toBeInTheDocument();
});

test.each([
  ['a copy of 29 days ago', 90, 29],
  ['words of 29 days ago', 29, null],
])('says nothing with %s', async (_, ownFor, savedBefore) => {
  const reads = vi.spyOn(browser.storage.local, 'get');
  onTestFinished(() => reads.mockRestore());
  const { getByText } = await open(ownFor, savedBefore);
  await expect.poll(() => reads.mock.calls.flat(2)).toContain('copies');
  await Promise.all(reads.mock.results.map(({ value }) => value as unknown));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await expect.element(getByText(lacksCopy)).not.toBeInTheDocument();
});
