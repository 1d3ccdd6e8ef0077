import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { KEYS } from '@/utils/words/names';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { PLATINUM_EARNED } from '@/utils/words/trophies';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { FIVE, PICKED, names, openLibrary as open, shows } from '../../support/library-page.ts';
import { DAY } from '../../support/statuses.ts';
import * as app from '@/utils/words/en/app.json';
import * as said from '@/utils/words/en/library.json';
import * as game from '@/utils/words/en/game.json';

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

describe('the order', () => {
  test.each([
    [said.sorts.played.name, said.sorts.played.directions[0], PICKED],
    [
      said.sorts.trophy.name,
      said.sorts.played.directions[0],
      ['Ōkami', 'Bloom', 'Astro Bot', 'Bloom™'],
    ],
    [
      said.sorts.progress.name,
      said.sorts.progress.directions[0],
      ['Astro Bot', 'Bloom', 'Ōkami', 'Bloom™'],
    ],
    [
      said.sorts.name.name,
      said.sorts.name.directions[0],
      ['Astro Bot', 'Bloom', 'Bloom™', 'Ōkami'],
    ],
    [
      said.sorts.rarest.name,
      said.sorts.rarest.directions[0],
      ['Bloom', 'Astro Bot', 'Ōkami', 'Bloom™'],
    ],
    [
      said.sorts.platinum.name,
      said.sorts.platinum.directions[0],
      ['Bloom', 'Ōkami', 'Astro Bot', 'Bloom™'],
    ],
    [
      said.sorts.playtime.name,
      said.sorts.playtime.directions[0],
      ['Ōkami', 'Bloom™', 'Astro Bot', 'Bloom'],
    ],
    [said.sorts.completed.name, said.sorts.played.directions[0], PICKED],
  ])('%s: %s', async (sort, direction, expected) => {
    const { getByRole } = await open('?sort=progress&order=reversed');
    await shows('Bloom™', 'Ōkami', 'Bloom', 'Astro Bot');

    await getByRole('combobox', { name: 'Sort by' }).selectOptions(sort);
    await expect.element(getByRole('button', { name: direction })).toBeVisible();
    await shows(...expected);
  });

  test('says what it cannot rank', async () => {
    const { getByText } = await open('?sort=rarest');
    await shows('Bloom', 'Astro Bot', 'Ōkami', 'Bloom™');
    const words = '1 game cannot be ranked: its trophies are not fetched';
    await expect.element(getByText(words)).toBeVisible();
    await expect.element(getByText(/Rarest unknown/)).toBeInTheDocument();
    await expect.element(getByText(/Rarest 1\.2%/)).toBeVisible();
  });

  test('is turned round', async () => {
    const { getByRole } = await open();
    await shows(...PICKED);

    await getByRole('button', { name: said.sorts.played.directions[0] }).click();
    await shows(...[...PICKED].reverse());
    await expect.poll(() => location.hash).toBe('#/library?order=reversed');
  });

  test('is that of the neighbours on the page of a game', async () => {
    const { getByRole } = await open('?sort=name');
    await getByRole('link', { name: 'Bloom', exact: true }).click();

    await expect.element(getByRole('link', { name: /Previous game/ })).toMatchTextContent(/Astro/);
    await expect.element(getByRole('link', { name: /Next game/ })).toMatchTextContent(/Bloom™/);
  });
});

test('all of it stands in the address, and comes back with it', async () => {
  const query = '?q=blo&show=all&sort=name&order=reversed&view=list&platform=PS4&platform=PS5';
  const { getByRole } = await open(query);

  await shows('Bloom™', 'Bloom');
  await expect.element(getByRole('searchbox')).toHaveValue('blo');
  await expect.element(getByRole('combobox', { name: 'Sort by' })).toHaveValue('name');
  await expect.element(getByRole('radio', { name: said.layouts.list })).toBeChecked();
  await expect.element(getByRole('radio', { name: new RegExp(said.scopes.all) })).toBeChecked();
  await expect.element(getByRole('button', { name: 'Remove filter: PS4' })).toBeVisible();
  await expectAccessible();
  await getByRole('radio', { name: said.layouts.grid }).click();
  await expect.poll(() => location.hash).toBe(`#/library${query.replace('&view=list', '')}`);
});

test('coming back from a game leads to the same view, by the link as by the browser', async () => {
  const { getByRole } = await open('?q=bloom');
  await shows('Bloom', 'Bloom™');

  await getByRole('link', { name: 'Bloom™' }).click();
  await getByRole('link', { name: game.back }).click();
  await shows('Bloom', 'Bloom™');
  await expect.element(getByRole('link', { name: 'Bloom™' })).toHaveFocus();
  await expect.poll(() => location.hash).toBe('#/library?q=bloom');

  await getByRole('link', { name: 'Bloom', exact: true }).click();
  await expect.element(getByRole('heading', { level: 1 })).toHaveTextContent('Bloom');
  history.back();
  await shows('Bloom', 'Bloom™');
  await expect.element(getByRole('link', { name: 'Bloom', exact: true })).toHaveFocus();
});

test('editions of one game stand as one, the best on top', async () => {
  const { getByRole } = await open();
  await getByRole('checkbox', { name: said.stackEditions }).click();
  await shows('Astro Bot', 'Ōkami', 'Bloom');
  await expect.element(getByRole('link', { name: 'Bloom™, PS5, 10%' })).toBeVisible();
  await expect.element(getByRole('main')).toMatchTextContent(/3 games in 4 editions/);
  await expect.poll(() => location.hash).toBe('#/library?editions=stacked');
  await expectAccessible();
});

describe('the keyboard', () => {
  test('/ leads to the search, Escape clears and leaves it', async () => {
    const { getByRole } = await open();
    await shows(...PICKED);
    const search = getByRole('searchbox', { name: 'Search games' });

    await userEvent.keyboard('/');
    await expect.element(search).toHaveFocus();
    await userEvent.keyboard('a/?');
    await expect.element(search).toHaveValue('a/?');
    await userEvent.keyboard('{Escape}');
    await expect.element(search).toHaveValue('');
    await shows(...PICKED);
    await expect.element(search).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(search).not.toHaveFocus();
  });

  test('from the search down into the games, and into one of them', async () => {
    const { getByRole } = await open();
    await shows(...PICKED);

    await userEvent.keyboard('/');
    await userEvent.keyboard('bloom{ArrowDown}');
    await expect.element(getByRole('link', { name: 'Bloom', exact: true })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await expect.element(getByRole('heading', { level: 1 })).toHaveTextContent('Bloom™');
  });

  test('? shows the keys', async () => {
    const { getByRole } = await open();
    await shows(...PICKED);

    await userEvent.keyboard('?');
    const keys = getByRole('dialog', { name: KEYS });
    await expect.element(keys).toBeVisible();
    await expect.element(keys.getByText('Search games')).toBeVisible();
    await expectAccessible();
    await userEvent.keyboard('/{Escape}');
    await expect.element(keys).not.toBeInTheDocument();
    await expect.element(getByRole('searchbox')).not.toHaveFocus();
  });
});

describe('marks', () => {
  test.each([
    ['grid', 'list', 'listitem'],
    ['list', 'table', 'row'],
  ])('say what is hidden, gone, Plus or still to come (%s)', async (view, list, game) => {
    const { getByRole } = await open(`?view=${view}`);
    await shows(...PICKED);

    const item = (at: number) =>
      getByRole(list, { name: 'Library' })
        .getByRole(game)
        .filter({
          has: page.getByRole('link', { name: PICKED[at] ?? '', exact: true }),
        });
    await expect.element(item(0).getByTitle(PLATINUM_EARNED)).toBeVisible();
    const worn = item(0).getByTitle(PLATINUM_EARNED).element();
    const heard = worn.textContent + getComputedStyle(worn, '::after').content;
    expect(heard).toContain(PLATINUM_EARNED);
    await expect.element(item(1)).toMatchTextContent(said.facets.plus);
    await expect.element(item(2)).toMatchTextContent(said.hidden);
    await expect.element(item(3)).toMatchTextContent(said.gone);
    await expect
      .element(item(3).getByTitle(/Removed from PlayStation since .*Nov/))
      .toBeInTheDocument();
    await expect.element(item(2)).not.toMatchTextContent(said.pending);
    await expectAccessible();
  });

  test('say that the trophies of a picked game are not here yet', async () => {
    const { getByRole } = await open(
      '',
      FIVE.map((title) => ({ ...title, tally: null, fetched: NOTHING_FETCHED })),
    );
    const link = getByRole('link', { name: 'Astro Bot', exact: true });
    const item = (at: number) =>
      getByRole('list', { name: 'Library' }).getByRole('listitem').nth(at);
    await expect.element(link).toHaveAccessibleDescription(new RegExp(said.pending));
    await expect.element(item(0)).toHaveClass('game-card', 'awaited');
    // Beside something else it is said in words.
    await expect.element(item(1)).toMatchTextContent(said.pending);
    await expect.element(item(1)).not.toHaveClass('awaited');
    await expectAccessible();
  });
});

describe('states', () => {
  test('an account without trophies is told what to do', async () => {
    const { getByRole } = await open('?q=astro', []);
    await expect.element(getByRole('heading', { name: app.emptyTitle })).toBeVisible();
    await expect.element(getByRole('searchbox')).not.toBeInTheDocument();
    await expectAccessible();
  });

  test('the first games are on their way', async () => {
    const { getByRole } = await open('', [], { lastSyncedAt: null });
    await expect.element(getByRole('heading', { name: /on their way/ })).toBeVisible();
    await expectAccessible();
  });

  test.each([
    [1, false],
    [3, true],
  ])('synced %i days ago is said to be old: %s', async (days, isOld) => {
    const { getByText } = await open('', FIVE, { lastSyncedAt: Date.now() - days * DAY });
    await shows(...PICKED);
    expect(getByText('as of 3 days ago').elements()).toHaveLength(isOld ? 1 : 0);
    if (isOld) await expectAccessible();
  });

  test.each([360, 1280, 2560])('nothing is wider than a page of %i', async (width) => {
    await page.viewport(width, 800);
    const long = FIVE.map((title) => ({ ...title, name: `${title.name} ${'Wide'.repeat(50)}` }));
    const { getByRole } = await open('?platform=PS4&platform=PS5&editions=stacked', long);
    await expect.poll(() => names().length).toBeGreaterThan(0);
    if (width < 1100) await getByRole('button', { name: /^Filters/ }).click();

    expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
    document.documentElement.dir = 'rtl';
    expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
    document.documentElement.dir = 'ltr';
  });
});
