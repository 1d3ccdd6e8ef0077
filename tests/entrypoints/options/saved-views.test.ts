import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { DEFAULT_COLUMNS } from '@/utils/domain/library/list-columns';
import { MOST_SAVED_VIEWS, viewsIn } from '@/utils/domain/library/saved-views';
import type { SavedView, ViewItem } from '@/utils/domain/library/view-items';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { CANCEL } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { openLibrary as open, shows } from '../../support/library-page.ts';
import { publish } from '../../support/publish-status.ts';
import * as words from '@/utils/words/en/library.json';
import * as game from '@/utils/words/en/game.json';

const kept: SavedView[][] = [];
/** The same as it was sent to be stored. */
let sent: ViewItem[] = [];

/** As a build has stored it, under an id that follows from the name alone. */
const itemOf = (value: SavedView): ViewItem => ({
  ...{ id: value.name, value, version: 1, device: 'ab' },
});

const saved = (...savedViews: SavedView[]): Promise<void> =>
  publish({ settings: { ...DEFAULT_SETTINGS, savedViews: savedViews.map(itemOf) } });

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  kept.length = 0;
  answerAsBackground(undefined, (name, payload) => {
    if (name !== 'changeSettings') return;
    sent = (payload as Partial<Settings>).savedViews ?? [];
    kept.push(viewsIn(sent));
  });
});

const COLUMNS = encodeURIComponent(DEFAULT_COLUMNS.join());
const PS5 = { name: 'On PS5', query: 'platform=PS5&view=grid' };

test('what is shown is saved under a name, which what was chosen suggests', async () => {
  const { getByRole } = await open('?platform=PS5&platinum=open');
  await getByRole('button', { name: words.saveView }).click();
  const field = getByRole('textbox', { name: words.viewName });
  await expect.element(field).toHaveValue('PS5, Platinum not earned');
  await getByRole('button', { name: game.save, exact: true }).click();

  const name = 'PS5, Platinum not earned';
  const query = `platform=PS5&platinum=open&view=grid&cards=small&columns=${COLUMNS}`;
  await expect.poll(() => kept).toMatchObject([[{ name, query }]]);
  await expect.element(field).not.toBeInTheDocument();
});

test('a view is chosen by its name, and says that it is shown', async () => {
  await saved(PS5, { name: 'Removed', query: 'gone=yes&view=grid' });
  const { getByRole } = await open();
  const link = getByRole('link', { name: 'On PS5' });
  await expect.element(link).not.toHaveAttribute('aria-current');
  await link.click();
  await shows('Astro Bot', 'Bloom™');
  await expect.element(link).toHaveAttribute('aria-current', 'true');
  await getByRole('link', { name: 'Removed' }).click();
  await shows('Bloom™');
  await expectAccessible();
});

test('a view gets another name, and is deleted', async () => {
  await saved(PS5);
  const { getByRole } = await open();
  const change = getByRole('button', { name: 'Change On PS5' });
  await change.click();
  await getByRole('textbox', { name: words.viewName }).fill('Five');
  await getByRole('button', { name: game.save, exact: true }).click();
  await expect.poll(() => kept).toMatchObject([[{ ...PS5, name: 'Five' }]]);

  await change.click();
  await getByRole('button', { name: words.deleteView }).click();
  await expect.poll(() => kept.at(-1)).toEqual([]);
});

test('whoever names a view goes on at it, and whoever does not where they began', async () => {
  await saved(PS5);
  const { getByRole } = await open('?platform=PS4');
  const change = getByRole('button', { name: 'Change On PS5' });
  await change.click();
  const field = getByRole('textbox', { name: words.viewName });
  // The ring around what has the focus is not cut by what it scrolls in.
  const aside = field.element().closest('aside')!;
  const edge = (element: Element): number => element.getBoundingClientRect().left;
  expect(edge(field.element()) - edge(aside)).toBeGreaterThanOrEqual(4);
  await userEvent.keyboard('{Escape}');
  const view = getByRole('link', { name: 'On PS5' });
  await expect.element(view).toHaveFocus();
  await expect.element(view).toHaveAttribute('title', 'On PS5');

  await getByRole('button', { name: words.saveView }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(getByRole('button', { name: words.saveView })).toHaveFocus();
  await change.click();
  await userEvent.keyboard('Five{Enter}');
  await expect.poll(() => kept.at(-1)).toMatchObject([{ name: 'Five' }]);
  await expect.element(view).toHaveFocus();
});

test('a new one, or one that goes, leads the keyboard also where it is stored after the answer', async () => {
  const { getByRole } = await open('?platform=PS4');
  const save = getByRole('button', { name: words.saveView });
  const stores = () => publish({ settings: { ...DEFAULT_SETTINGS, savedViews: sent } });
  const add = async (name: string): Promise<void> => {
    const before = kept.length;
    await save.click();
    await userEvent.keyboard(`${name}{Enter}`);
    await expect.poll(() => kept.length).toBe(before + 1);
    await expect.element(save).toHaveFocus();
  };
  await add('New');
  await stores();
  await expect.element(getByRole('link', { name: 'New' })).toHaveFocus();

  await add('Later');
  const search = getByRole('searchbox', { name: 'Search games' });
  (search.element() as HTMLElement).focus();
  await stores();
  await expect.element(getByRole('link', { name: 'Later' })).toBeVisible();
  await expect.element(search).toHaveFocus();

  await getByRole('button', { name: 'Change Later' }).click();
  await getByRole('button', { name: words.deleteView }).click();
  await expect.element(save).toHaveFocus();
  await stores();
  await expect.element(getByRole('link', { name: 'Later' })).not.toBeInTheDocument();
  await expect.element(save).toHaveFocus();
});

test('its name is changed in peace, whatever a sync publishes meanwhile', async () => {
  await saved(PS5);
  const { getByRole } = await open();
  await getByRole('button', { name: 'Change On PS5' }).click();
  const field = getByRole('textbox', { name: words.viewName });
  await field.fill('Fi');
  await saved(PS5, { name: 'Removed', query: 'gone=yes&view=grid' });
  await expect.element(getByRole('link', { name: 'Removed' })).toBeVisible();
  await expect.element(field).toHaveFocus();
  await field.fill('Five');
  await getByRole('button', { name: game.save, exact: true }).click();
  await expect.poll(() => kept.map((views) => views[0]?.name)).toEqual(['Five']);
});

test('no name takes another view away', async () => {
  await saved(PS5, { name: 'PS5', query: 'platform=PS5&sort=name&view=grid' });
  const { getByRole } = await open('?platform=PS5&sort=rarest');
  await getByRole('button', { name: words.saveView }).click();
  const field = getByRole('textbox', { name: words.viewName });
  await expect.element(field).toHaveValue('PS5 2');
  await field.fill('On PS5');
  const save = getByRole('button', { name: game.save, exact: true });
  await save.click();
  await expect.element(getByRole('alert')).toHaveTextContent(words.viewNameTaken);
  await field.fill('On PS5, rarest first');
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
  expect(kept).toEqual([]);
  await save.click();
  await expect.poll(() => kept.at(-1)?.length).toBe(3);
});

test('where there is room for no more, that is said, and none goes', async () => {
  await saved(
    ...Array.from({ length: MOST_SAVED_VIEWS }, (_, at) => ({ ...PS5, name: `View ${at}` })),
  );
  const { getByRole } = await open();
  await getByRole('button', { name: words.saveView }).click();
  await getByRole('textbox', { name: words.viewName }).fill('One more');
  await getByRole('button', { name: game.save, exact: true }).click();
  await expect.element(getByRole('alert')).toMatchTextContent(/100/);
  await expect.element(getByRole('textbox', { name: words.viewName })).toHaveValue('One more');
  expect(kept).toEqual([]);

  await getByRole('button', { name: CANCEL }).click();
  await expect.element(getByRole('textbox', { name: words.viewName })).not.toBeInTheDocument();
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
});

test('a view that goes while its name is being changed comes again under that name', async () => {
  await saved(PS5);
  const { getByRole } = await open();
  await getByRole('button', { name: 'Change On PS5' }).click();
  await getByRole('textbox', { name: words.viewName }).fill('Five');
  const other = { name: 'Renamed elsewhere', query: PS5.query };
  await saved(other);
  await expect.poll(() => kept).toMatchObject([[{ ...PS5, name: 'Five' }, other]]);
});
