import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { names, openLibrary as open, PICKED } from '../../support/library-page.ts';
import { manyLibraryTitles } from '../../support/statuses.ts';
import * as words from '@/utils/words/en/library.json';

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

/** What stands above each group that is drawn. */
const heads = (): string[] =>
  [...document.querySelectorAll('main [role] h2')].flatMap((head) =>
    head.closest('[role=listitem], [role=rowheader]') === null
      ? []
      : [head.textContent.replace(/\s+/g, ' ').trim()],
  );

test.each(['grid', 'list'])('an address asks for groups, with a head each: %s', async (layout) => {
  await open(`?group=platform&view=${layout}`);
  await expect.poll(heads).toEqual(['PS5 2 games', 'PS4 2 games']);
  expect(names()).toEqual(['Astro Bot', 'Bloom™', 'Ōkami', 'Bloom']);
  await expectAccessible();
});

test('games are grouped beside the filters, and not any more', async () => {
  const { getByRole } = await open();
  await expect.poll(names).toEqual(PICKED);
  const groupBy = getByRole('combobox', { name: words.groupBy });
  await groupBy.selectOptions(words.groupings.status);
  await expect.poll(heads).toEqual(['No status 4 games']);
  await expect.poll(() => location.hash).toBe('#/library?group=status');

  await groupBy.selectOptions(words.noGroups);
  await expect.poll(heads).toEqual([]);
  await expect.poll(() => location.hash).toBe('#/library');
});

test('the keyboard goes from group to group', async () => {
  await open('?group=platform&view=grid');
  await expect.poll(heads).toHaveLength(2);
  (document.querySelector('a[data-control="open"]') as HTMLElement).focus();
  const focused = () => document.activeElement?.textContent;
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(focused).toBe('Bloom™');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('Bloom');
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
  await expect.poll(focused).toBe('Astro Bot');
});

describe.each([
  { layout: 'list', tags: [] },
  { layout: 'grid', tags: ['long'] },
])('of 18,516 games as a $layout', ({ layout, tags }) => {
  // Writing them takes a busy machine as long as drawing them.
  test(
    'few nodes are drawn, and the head of those in view is in sight',
    { tags, timeout: 90_000 },
    async () => {
      const many = manyLibraryTitles(18_516).map((title, at) => ({
        ...title,
        platforms: [at % 3 === 0 ? 'PS5' : 'PS4'],
      }));
      await open(`?group=platform&view=${layout}`, many);
      await expect.poll(heads, { timeout: 40_000 }).toEqual(['PS5 6,172 games']);

      window.scrollTo(0, document.documentElement.scrollHeight - 3_000);
      const inSight = () =>
        document.elementFromPoint(200, layout === 'list' ? 45 : 15)?.textContent;
      await expect.poll(inSight).toMatch(/PS4\s+12,344 games/);
      expect(document.querySelectorAll('[data-item]').length).toBeLessThan(60);
    },
  );
});

test('each line of a table in groups says which one of how many it is', async () => {
  await open('?group=platform&view=list');
  await expect.poll(heads).toEqual(['PS5 2 games', 'PS4 2 games']);
  const lines = [...document.querySelectorAll('[role=table] [role=row]')];
  const places = lines.map((line) => line.getAttribute('aria-rowindex') ?? '1');
  expect(places).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(page.getByRole('table').element().getAttribute('aria-rowcount')).toBe('7');
});
