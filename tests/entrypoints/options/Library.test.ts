import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { FIVE, PICKED, names, openLibrary as open, shows } from '../../support/library-page.ts';
import * as words from '@/utils/words/en/library.json';

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

describe('which games', () => {
  test('shows what is picked, and all one click away', async () => {
    const { getByRole } = await open();
    await shows(...PICKED);

    await expect.element(getByRole('radio', { name: 'Picked 4' })).toBeChecked();
    await getByRole('radio', { name: 'All games 5' }).click();
    await shows(...PICKED, 'Zero Hour');
    await expect.poll(() => location.hash).toBe('#/library?show=all');
  });

  test('shows all while nothing is picked, and says why the picked ones are none', async () => {
    const left = FIVE.map((title) => ({ ...title, choice: 'unpicked' as const }));
    const { getByRole } = await open('', left);
    await shows(...PICKED, 'Zero Hour');

    await getByRole('radio', { name: /Picked 0/ }).click();
    await expect.element(getByRole('heading', { name: words.nothingPickedTitle })).toBeVisible();
    await expectAccessible();
    await expect
      .element(getByRole('main').getByRole('link', { name: 'Pick games' }))
      .toHaveAttribute('href', '#/picker');
    await getByRole('button', { name: words.scopes.all }).click();
    await shows(...PICKED, 'Zero Hour');
  });

  test('shows only what is picked for a start where that is asked for, on a phone too', async () => {
    await page.viewport(400, 860);
    const { getByRole } = await open('', FIVE, { hasChosen: false });
    await shows(...PICKED, 'Zero Hour');
    await getByRole('radio', { name: /Picked 4/ }).click();
    await shows(...PICKED);
    await getByRole('radio', { name: /All games 5/ }).click();
    await shows(...PICKED, 'Zero Hour');
  });

  test('finds while it is typed in, whatever the accents', async () => {
    const { getByRole } = await open();
    await shows(...PICKED);

    await userEvent.type(getByRole('searchbox', { name: 'Search games' }), 'OKA');
    await shows('Ōkami');
    await expect.poll(() => location.hash).toBe('#/library?q=OKA');
    await expect.element(getByRole('radio', { name: 'All games 1' })).toBeInTheDocument();
  });

  test('leads from a search that finds nothing to the games that are not picked', async () => {
    const { getByRole } = await open('?q=zero');
    await expect.element(getByRole('heading', { name: words.noMatchTitle })).toBeVisible();
    await expect.element(page.getByTestId('library-count')).toMatchTextContent(/^0$/);
    await expectAccessible();

    await getByRole('button', { name: 'Show 1 game that is not picked' }).click();
    await shows('Zero Hour');
  });

  test('takes back what was asked where nothing has it all', async () => {
    const { getByRole } = await open('?q=nothing&platform=PS5&sort=name');

    await getByRole('button', { name: words.clearFilters }).click();
    await shows('Astro Bot', 'Bloom', 'Bloom™', 'Ōkami');
    await expect.poll(() => location.hash).toBe('#/library?sort=name');
  });
});

describe('filters', () => {
  test.each([
    [words.facets.platform, 'checkbox', /^PS5 2/, ['Astro Bot', 'Bloom™']],
    [words.facets.platinum, 'checkbox', /earned 1/, ['Astro Bot']],
    [words.facets.platinum, 'checkbox', /not earned 2/, ['Ōkami', 'Bloom']],
    [words.facets.platinum, 'checkbox', /^No platinum 1/, ['Bloom™']],
    [words.facets.left, 'checkbox', /^Gold left 2/, ['Ōkami', 'Bloom']],
    [words.facets.percent, 'checkbox', /^50–74% 1/, ['Bloom']],
    [words.facets.plus, 'radio', /^Only PS Plus 1/, ['Ōkami']],
    [words.facets.plus, 'radio', /^Without PS Plus 3/, ['Astro Bot', 'Bloom', 'Bloom™']],
    [words.facets.hidden, 'radio', /^Only hidden 1/, ['Bloom']],
    [words.facets.hidden, 'radio', /^Without hidden 3/, ['Astro Bot', 'Ōkami', 'Bloom™']],
    [words.facets.gone, 'radio', /^Only removed 1/, ['Bloom™']],
    [words.facets.gone, 'radio', /^Without removed 3/, ['Astro Bot', 'Ōkami', 'Bloom']],
    [words.scopeLabel, 'radio', /^Not picked 1/, ['Zero Hour']],
  ] as const)('%s (%s): %s', async (group, role, name, expected) => {
    const { getByRole } = await open();
    await shows(...PICKED);
    await getByRole('group', { name: group }).getByRole(role, { name }).click();
    await shows(...expected);
    await getByRole('button', { name: words.clearAll }).click();
    await expect.poll(() => names().length).toBeGreaterThanOrEqual(PICKED.length);
  });

  test('come up from below where they have no room beside the games', async () => {
    await page.viewport(414, 800);
    const { getByRole } = await open('?platform=PS4&hidden=no');
    await shows('Ōkami');
    await expect.element(getByRole('region', { name: 'Filters' })).not.toBeInTheDocument();

    await getByRole('button', { name: 'Filters 2' }).click();
    const sheet = getByRole('dialog', { name: 'Filters' });
    await expect.element(sheet.getByRole('region', { name: 'Filters' })).toBeVisible();
    await expectAccessible();
    await sheet.getByRole('button', { name: words.clearAll }).click();
    await sheet.getByRole('checkbox', { name: /^PS5 2/ }).click();
    await sheet.getByRole('button', { name: 'Show 2 games' }).click();
    await expect.element(sheet).not.toBeInTheDocument();
    await shows('Astro Bot', 'Bloom™');

    await getByRole('button', { name: 'Filters 1' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(sheet).not.toBeInTheDocument();
  });

  test('show what the player has hidden or not, from wherever they come', async () => {
    const hidden = FIVE.map((title) => ({ ...title, hide: title.name === 'Bloom' }));
    const { getByRole } = await open('?show=all&hide=yes&hide=no', hidden);
    await shows(...PICKED, 'Zero Hour');
    const shown = getByRole('switch', { name: words.showHiddenGames({ games: 1 }, 'en') });
    await expect.element(shown).toBeChecked();
    await shown.click();
    await expect.element(shown).not.toBeChecked();
    await shows('Astro Bot', 'Ōkami', 'Bloom™', 'Zero Hour');
    await shown.click();
    await expect.element(shown).toBeChecked();
    await shows('Bloom');
  });

  test('are taken away by the keyboard one after the other', async () => {
    const { getByRole } = await open('?platform=PS4&hidden=no&gone=no');
    await shows('Ōkami');
    const chips = getByRole('button', { name: /^Remove filter/ });
    await expect.poll(() => chips.elements().length).toBe(3);
    (chips.nth(1).element() as HTMLElement).focus();
    for (const left of [2, 1]) {
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => chips.elements().length).toBe(left);
      const next = getByRole('button', { name: left === 2 ? /: Without removed/ : words.clearAll });
      await expect.element(next).toHaveFocus();
    }
  });

  test('stack, count, and are taken away one by one', async () => {
    const { getByRole } = await open('?platform=PS4&hidden=no');
    await shows('Ōkami');

    await expect.element(getByRole('checkbox', { name: 'PS5 2' })).toBeVisible();
    await expectAccessible();
    await getByRole('button', { name: 'Remove filter: Without hidden' }).click();
    await shows('Ōkami', 'Bloom');
    await getByRole('button', { name: 'Remove filter: PS4' }).click();
    await shows(...PICKED);
    await expect.element(getByRole('button', { name: words.clearAll })).not.toBeInTheDocument();
  });
});
