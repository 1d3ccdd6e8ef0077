import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ColumnBars from '@/components/charts/ColumnBars.svelte';
import { namesUnder } from '@/components/charts/column-marks';
import { SAVE_AS_PICTURE, SHOW_AS_TABLE } from '@/utils/words/charts';
import { aFigure, COLUMNS, GRADE_SERIES, trophies } from '../../support/chart-data.ts';
import { linksIn, shownTable } from '../../support/chart-page.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';

const PROPS = {
  figure: { ...aFigure('Earned in a month'), coverage: '96 of 100 trophies have dates here.' },
  columns: COLUMNS,
  series: GRADE_SERIES,
  say: trophies,
  heads: { name: 'The month', sum: 'Together' },
};

beforeEach(async () => {
  await page.viewport(800, 900);
});

test('is a figure with a list of links, one for each column that has something', async () => {
  const { getByRole, getByText } = await render(ColumnBars, PROPS);

  await expect.element(getByRole('figure', { name: 'Earned in a month' })).toBeVisible();
  await expect.element(getByText(PROPS.figure.coverage)).toBeVisible();
  const list = getByRole('list', { name: 'Earned in a month' });
  await expect.poll(() => list.getByRole('listitem').elements()).toHaveLength(2);
  expect(linksIn(list.element())).toEqual([
    ['January 2026: 91 trophies', '#/log?month=January'],
    ['March 2026, so far: 5 trophies', '#/log?month=March'],
  ]);
  await expectAccessible();
});

test('where not every column is named, the first name within something longer says that', () => {
  const weeks = [
    ['4', 'Jan'],
    ['11', 'Jan'],
    ['18', 'Jan'],
    ['25', 'Jan'],
    ['1', 'Feb'],
    ['8', 'Feb'],
    ['15', 'Feb'],
  ].map(([short = '', within = '']) => ({ short, within }));
  expect(namesUnder(weeks, 2)).toEqual(['Jan', null, '18', null, 'Feb', null, '15']);
  expect(namesUnder(weeks, 3)).toEqual(['Jan', null, null, '25', null, null, 'Feb']);
  expect(namesUnder([{ short: '2025' }, { short: '2026' }], 1)).toEqual(['2025', '2026']);
});

test('its table says what is drawn, and no 0 for what is to come', async () => {
  const { getByRole } = await render(ColumnBars, PROPS);
  await expect.element(getByRole('table')).not.toBeInTheDocument();

  expect(await shownTable()).toEqual([
    ['The month', ...GRADE_SERIES.map(({ name }) => name), 'Together'],
    ['January 2026', '60', '20', '10', '1', '91'],
    ['February 2026', '0', '0', '0', '0', '0'],
    ['March 2026', '3', '2', '0', '0', '5'],
    ['April 2026', '–', '–', '–', '–', '–'],
  ]);
  await expect.element(getByRole('table', { name: 'Earned in a month' })).toBeVisible();
  await expectAccessible();
});

test('has one stop for Tab; arrows, Home and End lead from mark to mark, Escape to the figure', async () => {
  const { getByRole } = await render(ColumnBars, PROPS);
  const [january, march] = [/^January/, /^March/].map((name) => getByRole('link', { name }));
  await expect.element(january!).toBeVisible();

  await userEvent.tab();
  await expect.element(january!).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(march!).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(march!).toHaveFocus();
  await userEvent.tab();
  await expect.element(getByRole('button', { name: SHOW_AS_TABLE })).toHaveFocus();
  await userEvent.tab({ shift: true });
  await expect.element(march!).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(january!).toHaveFocus();
  await userEvent.keyboard('{End}{Escape}');
  await expect.element(getByRole('figure')).toHaveFocus();
});

test('shows who looks at a column what it is made of', async () => {
  const { getByRole, container } = await render(ColumnBars, PROPS);
  await getByRole('link', { name: 'January 2026: 91 trophies' }).hover({ force: true });

  await expect
    .poll(() => container.querySelector('.tip')?.textContent)
    .toMatch(/^January 2026: 91 trophies\D*1\D*10\D*20\D*60$/);
});

test('keeps its room while it is read, and where there is nothing', async () => {
  const { container, getByRole, getByText, rerender } = await render(ColumnBars, PROPS);
  const height = () => container.querySelector('.chart')?.getBoundingClientRect().height;
  await expect.element(getByRole('link', { name: /^January/ })).toBeVisible();
  const drawn = height();

  await rerender({ columns: null });
  expect(height()).toBe(drawn);
  await expect.element(getByRole('button', { name: SAVE_AS_PICTURE })).toBeVisible();
  await expectAccessible();

  await rerender({ columns: [] });
  await expect.element(getByText(PROPS.figure.empty)).toBeVisible();
  await expect.element(getByRole('button', { name: SHOW_AS_TABLE })).not.toBeInTheDocument();
  expect(height()).toBe(drawn);
});

test('of a year with nothing between others all has the room that it takes in them', async () => {
  const none = { ...PROPS.figure, summary: undefined };
  const { container, getByRole, getByText, rerender } = await render(ColumnBars, {
    ...{ ...PROPS, figure: none, columns: [], hasOtherYears: true },
  });
  const height = () => container.querySelector('figure')?.getBoundingClientRect().height;
  await expect.element(getByText(none.empty)).toBeVisible();
  const empty = height();
  await expect.element(getByRole('button', { name: SHOW_AS_TABLE })).not.toBeInTheDocument();
  await expectAccessible();
  await rerender({ ...PROPS, figure: { ...none, summary: 'Most in May.' } });
  await expect.element(getByRole('link', { name: /^January/ })).toBeVisible();
  expect(height()).toBe(empty);
});

test('names the last column where there is no room for every name', async () => {
  await page.viewport(400, 900);
  const columns = Array.from({ length: 12 }, (_, at) => {
    const name = `Column ${String(at + 1)}`;
    return { id: name, name, short: name, values: [at + 1], href: '#/log' };
  });
  const series = [{ id: 'games', name: 'Some games' }];
  const { container } = await render(ColumnBars, { ...PROPS, columns, series });
  const names = () =>
    [...container.querySelectorAll('.plot text')]
      .map((text) => text.textContent.trim())
      .filter((text) => text.startsWith('Column'));
  await expect.poll(() => names().at(-1)).toBe('Column 12');
  expect(names().length).toBeLessThan(8);
});

test('keeps no room for what was never drawn', async () => {
  const { container, getByText } = await render(ColumnBars, { ...PROPS, columns: [] });
  await expect.element(getByText(PROPS.figure.empty)).toBeVisible();
  expect(container.querySelector('.chart')?.getBoundingClientRect().height).toBeLessThan(120);
});
