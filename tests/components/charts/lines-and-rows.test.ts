import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NumberTiles from '@/components/charts/NumberTiles.svelte';
import RowBars from '@/components/charts/RowBars.svelte';
import SlopeList from '@/components/charts/SlopeList.svelte';
import StepLine from '@/components/charts/StepLine.svelte';
import { aFigure, dayOf, trophies } from '../../support/chart-data.ts';
import { namesOfMarks, shownTable } from '../../support/chart-page.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';

/** What each bar of a row is of. */
const series = [
  { id: 'now', name: 'Today' },
  { id: 'then', name: 'On that day' },
];

beforeEach(async () => {
  await page.viewport(800, 900);
});

test('bars that lie have a number each, and none where it is not known', async () => {
  const rows = [
    { id: 'rare', name: 'Seldom', values: [12, 15], href: '#/log?band=rare' },
    { id: 'unknown', name: 'Nobody knows', values: [3, null], href: '#/log?band=unknown' },
    // Nothing of it is there today, so it leads nowhere.
    { id: 'ultra-rare', name: 'Hardly ever', values: [0, 7] },
  ];
  const figure = aFigure('Rarities');
  await render(RowBars, { figure, rows, series, say: trophies, head: 'Band', expected: 3 });
  await expect
    .poll(namesOfMarks)
    .toEqual([
      'Seldom: 12 trophies. On that day: 15 trophies',
      'Nobody knows: 3 trophies. On that day: –',
      'Hardly ever: 0 trophies. On that day: 7 trophies',
    ]);
  const marks = [...document.querySelectorAll('[data-mark]')];
  expect(marks.map((mark) => mark.getAttribute('href'))).toEqual([
    ...['#/log?band=rare', '#/log?band=unknown'],
    null,
  ]);
  expect(await shownTable()).toEqual([
    ['Band', 'Today', 'On that day'],
    ['Seldom', '12', '15'],
    ['Nobody knows', '3', '–'],
    ['Hardly ever', '0', '7'],
  ]);
  await expectAccessible();
});

test('the second bar is there also where the first is not known', async () => {
  const rows = [
    { id: 'first', name: 'Only today', values: [3, null] },
    { id: 'second', name: 'Only then', values: [null, 7] },
    { id: 'neither', name: 'Nobody knows', values: [null, null] },
  ];
  const figure = aFigure('Rarities');
  await render(RowBars, { figure, rows, series, say: trophies, head: 'Band', expected: 3 });
  await expect
    .poll(namesOfMarks)
    .toEqual(['Only today: 3 trophies. On that day: –', 'Only then: –. On that day: 7 trophies']);
  const texts = [...document.querySelectorAll('svg text')].map((text) => text.textContent.trim());
  expect(texts.filter((text) => text === '–')).toHaveLength(4);
  expect(document.querySelectorAll('path.outlined')).toHaveLength(1);
});

test('a row without a bar says what is known of it, and the legend has the colour of the bars', async () => {
  const rows = [
    { id: 'may', name: 'May', values: [null, 0] },
    { id: 'june', name: 'June', values: [0, 0] },
    { id: 'july', name: 'July', values: [4, 2], href: '#/log' },
    {
      id: 'none',
      name: 'Nobody knows',
      values: [0, 9],
      isBarless: true as const,
      tone: 'quiet' as const,
    },
  ];
  const figure = aFigure('Months');
  const { container } = await render(RowBars, {
    ...{ figure, series, say: trophies, head: 'Of which month', expected: 4 },
    rows,
  });
  await expect.poll(namesOfMarks).toHaveLength(2);
  const texts = [...container.querySelectorAll('.plot text:not(.name)')];
  const inOrder = texts.sort(
    (one, other) => Number(one.getAttribute('y')) - Number(other.getAttribute('y')),
  );
  expect(inOrder.map(({ textContent }) => textContent.trim())).toEqual([
    '–',
    '0',
    '0',
    '0',
    '4',
    '2',
    '0',
    '9',
  ]);
  // Its own colour is that of a number: it has no bar.
  const tones = [...container.querySelectorAll('[data-legend] [data-tone]')];
  expect(tones.map((sign) => sign.getAttribute('data-tone'))).toEqual(['accent', 'accent']);
});

test('what is of another kind stands by its number alone and makes no bar shorter', async () => {
  const rows = [
    { id: 'rare', name: 'Seldom', values: [120, 30] },
    { id: 'unknown', name: 'Nobody knows', values: [0, 9_000], isBarless: true as const },
  ];
  const figure = aFigure('Rarities');
  await render(RowBars, { figure, rows, series, say: trophies, head: 'Band', expected: 2 });
  await expect
    .poll(namesOfMarks)
    .toEqual([
      'Seldom: 120 trophies. On that day: 30 trophies',
      'Nobody knows: 0 trophies. On that day: 9000 trophies',
    ]);
  const bars = [...document.querySelectorAll('path.toned, path.outlined')];
  const widths = bars.map((bar) => bar.getBoundingClientRect().width);
  expect(widths).toHaveLength(2);
  expect(widths[0]).toBeGreaterThan(400);
  expect(await shownTable()).toContainEqual(['Nobody knows', '0', '9,000']);
});

test('bars of a row that lead to several places are pressed, heard and reached one by one', async () => {
  const rows = [
    { id: 'rare', name: 'Seldom', values: [12, 15], hrefs: ['#/log?a', '#/log?b'] },
    // Nothing of it is there today.
    { id: 'ultra-rare', name: 'Hardly ever', values: [0, 7], hrefs: [undefined, '#/log?c'] },
  ];
  const figure = aFigure('Rarities');
  await render(RowBars, { figure, rows, series, say: trophies, head: 'Band', expected: 2 });
  const labels = [
    ...['Seldom · Today: 12 trophies', 'Seldom · On that day: 15 trophies'],
    ...['Hardly ever · Today: 0 trophies', 'Hardly ever · On that day: 7 trophies'],
  ];
  await expect.poll(namesOfMarks).toEqual(labels);
  const marks = [...document.querySelectorAll('[data-mark]')];
  const hrefs = ['#/log?a', '#/log?b', null, '#/log?c'];
  expect(marks.map((mark) => mark.getAttribute('href'))).toEqual(hrefs);
  const boxes = marks.map((mark) => mark.getBoundingClientRect());
  expect(boxes.map(({ height }) => Math.round(height))).toEqual([24, 24, 24, 24]);
  expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(4);
  await userEvent.tab();
  const focused = () => document.activeElement?.getAttribute('aria-label');
  const reached = [focused()];
  for (const key of ['{ArrowRight}', '{ArrowDown}', '{ArrowLeft}']) {
    await userEvent.keyboard(key);
    reached.push(focused());
  }
  expect(reached).toEqual([labels[0], labels[1], labels[3], labels[2]]);
  await shownTable();
  const cells = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  );
  expect(cells).toEqual([['#/log?a', '#/log?b'], ['#/log?c']]);
  await expectAccessible();
});

test('a line of steps begins with what has no date', async () => {
  const points = [
    {
      id: 'a',
      name: 'January 2026',
      at: dayOf('2026-01-01'),
      ...{ value: 7, own: 3, label: '7 by January; 3 in it' },
      href: '#/log?a',
      axis: { at: dayOf('2026-01-01'), name: '2026' },
    },
    {
      id: 'b',
      name: 'March 2026',
      at: dayOf('2026-03-01'),
      ...{ value: 20, own: 13, label: '20 by March; 13 in it' },
      href: '#/log?b',
    },
  ];
  const heads = { name: 'The month', sum: 'Trophies', own: 'In it' };
  const until = dayOf('2026-11-29');
  const figure = aFigure('Together');
  const { container, rerender } = await render(StepLine, {
    figure,
    points,
    start: 4,
    until,
    heads,
  });
  const reached = () => container.querySelector('text.strong')?.textContent.trim();
  expect(reached()).toBe('20');
  await rerender({ isAtLeast: true });
  expect(reached()).toBe('20+');
  await expect.poll(namesOfMarks).toEqual(['7 by January; 3 in it', '20 by March; 13 in it']);
  const path = container.querySelector('.line')?.getAttribute('d') ?? '';
  // Of a height of 200: four of twenty lie at 160, and at the end all of them at the top.
  expect(path).toMatch(/^M0,160L0,160L0,130/);
  expect(path).toMatch(/,0$/);
  expect(await shownTable()).toEqual([
    ['The month', 'Trophies', 'In it'],
    ['January 2026', '7', '3'],
    ['March 2026', '20', '13'],
  ]);
  await expectAccessible();
});

test('slopes say both values, and their table too', async () => {
  const slope = { id: '1', name: 'The Chase', detail: 'Drift', from: 21, to: 34, href: '#/game/1' };
  const heads = { name: 'The trophy', from: 'On that day', to: 'Today' };
  const write = (tenths: number) => `${(tenths / 10).toFixed(1)}%`;
  const figure = aFigure('Rarer');
  await render(SlopeList, { figure, slopes: [slope], write, heads, expected: 1 });
  await expect.poll(namesOfMarks).toEqual(['The Chase · Drift: 2.1%, then 3.4%']);
  expect(await shownTable()).toEqual([
    ['The trophy', 'On that day', 'Today'],
    ['The Chase · Drift', '2.1%', '3.4%'],
  ]);
  await expectAccessible();
});

test('what stands at the end of a slope is a link of its own, to the right of it', async () => {
  const also = { name: 'May 3, 2026', label: 'Earned on May 3, 2026, in the log', href: '#/log' };
  const slope = { id: '1', name: 'The Chase', detail: 'Drift', from: 21, to: 34, href: '#/game/1' };
  const heads = { name: 'The trophy', from: 'Then', to: 'Today', also: 'On the day' };
  const figure = aFigure('Rarer');
  const write = String;
  await render(SlopeList, { figure, slopes: [{ ...slope, also }], write, heads, expected: 1 });
  await expect.poll(namesOfMarks).toEqual(['The Chase · Drift: 21, then 34', also.label]);
  expect(await shownTable()).toEqual([
    ['The trophy', 'Then', 'Today', 'On the day'],
    ['The Chase · Drift', '21', '34', 'May 3, 2026'],
  ]);
  await expectAccessible();
});

test('tiles say what they count, and keep their room while they are read', async () => {
  const counts = 'How far you are, on average';
  const tile = { id: 'completion', name: 'How far on average', value: '50.6%', counts };
  const { getByTestId, getByRole, rerender } = await render(NumberTiles, {
    label: 'Numbers',
    tiles: [tile],
  });
  await expect.element(getByTestId('stat-completion')).toHaveTextContent('50.6%');
  const item = getByRole('listitem');
  await expect.element(item).toMatchTextContent(/How far on average.*on average/s);
  const height = item.element().getBoundingClientRect().height;
  await expectAccessible();

  await rerender({ tiles: [{ ...tile, value: null }] });
  expect(item.element().getBoundingClientRect().height).toBe(height);
});

test('a change is told whole on a phone, below its name', async () => {
  await page.viewport(400, 900);
  const detail = 'Gilded Zeppelin Anniversary Edition, 57.3 percentage points less a month';
  const slope = { id: '1', name: 'The Chase', detail, from: 81, to: 6, href: '#/game/1' };
  const heads = { name: 'The trophy', from: 'Then', to: 'Today' };
  const { container } = await render(SlopeList, {
    ...{ figure: aFigure('Rarer'), heads, write: String, expected: 1 },
    slopes: [slope],
  });
  const texts = () =>
    [...container.querySelectorAll('.plot text')].map(({ textContent }) => textContent.trim());
  await expect.poll(texts).toContain('The Chase');
  expect(texts().join(' ')).toContain(detail);
  const middles = [...container.querySelectorAll('.plot text')].map(
    (text) => text.getBoundingClientRect().top,
  );
  expect(new Set(middles).size).toBeGreaterThanOrEqual(5);
});
