import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { FIVE, openLibrary, shows } from '../../support/library-page.ts';
import { FILTERS } from '@/utils/words/library-view';
import * as words from '@/utils/words/en/library.json';

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

/** A group of the filters, by its name. */
function group(name: string) {
  return page.getByRole('region', { name: FILTERS }).getByRole('group', { name, exact: true });
}

test('tags are combined, whichever words the player has for them', async () => {
  const tagsOf: Record<string, string[]> = { 'Astro Bot': ['yes'], Bloom: ['no', 'yes'] };
  const titles = FIVE.map((title) => ({ ...title, tags: tagsOf[title.name] ?? ['co-op'] }));
  await openLibrary('?show=all&tag=no&tag=yes', titles);
  await shows('Astro Bot', 'Bloom');

  const tags = group(words.facets.tag);
  expect(tags.getByRole('radio').elements()).toHaveLength(0);
  await expect.element(tags.getByRole('checkbox', { name: /^yes/ })).toBeChecked();
  await expect.element(tags.getByRole('checkbox', { name: /^no/ })).toBeChecked();
  await tags.getByRole('checkbox', { name: /^yes/ }).click();
  await shows('Bloom');
});

test('yes and no together are not said to be either: what is not known is left out', async () => {
  const titles = FIVE.map((title, at) => ({ ...title, isPlus: [true, false, null][at] ?? null }));
  await openLibrary('?show=all&plus=yes&plus=no', titles);
  await shows('Astro Bot', 'Ōkami');

  const plus = group(words.facets.plus);
  const either = plus.getByRole('radio', { name: new RegExp(`^${words.either}`) });
  await expect.element(either).toBeVisible();
  for (const radio of plus.getByRole('radio').all()) await expect.element(radio).not.toBeChecked();
  await either.click();
  await expect.element(either).toBeChecked();
  await expect.element(page.getByTestId('library-count')).toHaveTextContent('5');
});

test('what a ready view asks for is ticked among the filters, and one of its options narrows it', async () => {
  await openLibrary('?show=all&sort=progress&percent=1-99&status=kept&gone=no&unobtainable=no');
  await shows('Bloom', 'Ōkami');

  const [percent, status] = [group(words.facets.percent), group(words.facets.status)];
  const between = percent.getByRole('checkbox', { name: /^1–99%/ });
  await expect.element(between).toBeChecked();
  await expect
    .element(status.getByRole('checkbox', { name: new RegExp(words.options.status.kept) }))
    .toBeChecked();
  await percent.getByRole('checkbox', { name: /^50–74%/ }).click();
  await shows('Bloom');
  await expect.element(between).not.toBeInTheDocument();
});

test('where a box goes away that is offered no longer, the keyboard goes on in its group', async () => {
  await openLibrary('?show=all&percent=40-49');
  await shows('Ōkami');
  const percent = group(words.facets.percent);
  const asked = percent.getByRole('checkbox', { name: /^40–49%/ });
  await expect.element(asked).toBeChecked();
  asked.element().focus();
  await userEvent.keyboard(' ');
  await expect.element(asked).not.toBeInTheDocument();
  await expect.element(percent.getByRole('checkbox', { name: /^100%/ })).toHaveFocus();
});
