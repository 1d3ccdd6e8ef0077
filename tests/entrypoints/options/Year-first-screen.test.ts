import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import { HashRoute } from '@/components/app/hash-route.svelte';
import type { HistoryProps } from '@/components/app/history-props';
import Year from '@/entrypoints/options/Year.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { LibraryQueries } from '@/utils/database/queries';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import * as words from '@/utils/words/en/year.json';
import { accountLibrary } from '../../support/account-library.ts';
import { whenFirstDrawn } from '../../support/first-drawn.ts';
import { aStatus } from '../../support/statuses.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const { titles, sets, earned } = accountLibrary('casual', NOW);
const YEAR = new Date(Math.max(...earned.map(({ at }) => at))).getUTCFullYear();
const HERO = '.hero';
let accounts = 0;

/** The year before the titles are all here, and what draws it with them. */
async function openYear(width: number) {
  await page.viewport(width, 900);
  const accountId = `year-first-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(sets.map((set) => earningsOf(set, NOW, true)));
  history.replaceState(null, '', `#/year/${String(YEAR)}`);
  const read = (complete: boolean): HistoryProps['titles'] => ({
    state: 'ready',
    value: { titles, unreadable: 0, complete },
  });
  const props: HistoryProps = {
    ...{ queries: new LibraryQueries(accountId, false), first: null, titles: read(false) },
    ...{ status: aStatus({ settings: { ...DEFAULT_SETTINGS, zone: 'UTC' } }) },
    ...{ hash: new HashRoute(), requests: null, onfetch: null, onzone: () => undefined, now: NOW },
  };
  const { container, rerender } = await render(Year, props);
  // As wide as the page is in its window.
  container.style.container = 'page / inline-size';
  return { container, drawAll: () => rerender({ ...props, titles: read(true) }) };
}

function boxes(elements: Iterable<Element>): DOMRect[] {
  return [...elements].map((element) => element.getBoundingClientRect());
}

test.each([2_560, 1_280, 400])(
  '%i pixels wide what is awaited has the room of what comes: nothing moves then',
  async (width) => {
    const { container, drawAll } = await openYear(width);
    const awaited = boxes(container.querySelectorAll('[aria-busy] > [aria-hidden]'));
    await drawAll();
    await expect.element(page.getByRole('figure').nth(2)).toBeInTheDocument();
    const [lines] = boxes(container.querySelectorAll('.lines'));
    expect(Math.abs(lines!.top - awaited[0]!.top)).toBeLessThan(2);
    const came = boxes([
      ...container.querySelectorAll(HERO),
      ...container.querySelectorAll(`[aria-label="${words.moments}"]`),
      container.querySelector('figure')!,
    ]);
    expect(awaited).toHaveLength(1 + came.length);
    expect(Math.abs(came[0]!.width - awaited[1]!.width)).toBeLessThan(2);
    // How many lines of words stand above it depends on the account.
    const [above = 0, aboveSoon = 0] = [awaited[1]?.top, came[0]?.top];
    expect(Math.abs(aboveSoon - above)).toBeLessThan(32);
    for (const [at, { top }] of came.entries()) {
      const moved = top - aboveSoon - (awaited[at + 1]!.top - above);
      expect(Math.abs(moved), `part ${String(at)}`).toBeLessThan(16);
    }
  },
);

test('what is on the first screen is drawn first, and charts, lists and the picture after it', async () => {
  const { container, drawAll } = await openYear(1_280);
  const seen = whenFirstDrawn(HERO, ['figure', 'canvas', '[aria-busy]']);
  await drawAll();
  expect(await seen).toEqual([0, 0, 1]);
  await expect.poll(() => container.querySelectorAll('canvas').length).toBe(1);
  expect(container.querySelectorAll('figure').length).toBe(3);
  expect(container.querySelectorAll('[aria-busy="true"]').length).toBe(0);
});

test('whoever wants to share it at once is led there at once', async () => {
  const { drawAll } = await openYear(1_280);
  const share = new Promise<void>((resolve) => {
    const changes = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>(`${HERO} button`);
      if (button === null) return;
      changes.disconnect();
      button.click();
      resolve();
    });
    changes.observe(document, { childList: true, subtree: true });
  });
  await drawAll();
  await share;
  await expect.element(page.getByRole('heading', { name: words.share })).toHaveFocus();
});

test('by headings charts and lists are below the year, and not below one of its moments', async () => {
  const { container, drawAll } = await openYear(1_280);
  await drawAll();
  await expect.poll(() => container.querySelectorAll('canvas').length).toBe(1);
  const [, ...headings] = [...container.querySelectorAll('h1, h2, h3')].map(
    ({ localName, textContent }) => `${localName} ${textContent.trim()}`,
  );
  const second = headings.filter((each) => each.startsWith('h2'));
  expect(second).toEqual([`h2 ${words.numbers}`, `h2 ${words.share}`]);
  expect(headings[0]).toBe(`h2 ${words.numbers}`);
});
