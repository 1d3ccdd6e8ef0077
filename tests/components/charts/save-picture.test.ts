import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import ColumnBars from '@/components/charts/ColumnBars.svelte';
import SlopeList from '@/components/charts/SlopeList.svelte';
import { plainColour } from '@/components/charts/svg-picture';
import Timeline from '@/components/charts/Timeline.svelte';
import { PICTURE_FAILED, PICTURE_FOOT, SAVE_AS_PICTURE, SAVE_AS_SVG } from '@/utils/words/charts';
import { GRADE_NAMES } from '@/utils/words/trophies';
import {
  aFigure,
  aGame,
  COLUMNS,
  dayOf,
  GRADE_SERIES,
  trophies,
} from '../../support/chart-data.ts';

const MARGINS = 48;
const COLUMN_PROPS = {
  figure: aFigure('Earned in a month'),
  columns: COLUMNS,
  series: GRADE_SERIES,
  say: trophies,
  heads: { name: 'The month', sum: 'Together' },
};

let made: Blob[] = [];

beforeEach(async () => {
  await page.viewport(800, 900);
  made = [];
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) made.push(blob);
    return create(blob);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The picture that is saved at a press of the button, and the drawing that it was made of. */
async function pressSave(): Promise<{ drawing: Document; text: string; picture: ImageBitmap }> {
  await page.getByRole('button', { name: SAVE_AS_PICTURE }).click();
  await expect.poll(() => made.map(({ type }) => type)).toEqual(['image/svg+xml', 'image/png']);
  const text = await made[0]!.text();
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
  return { drawing, text, picture: await createImageBitmap(made[1]!) };
}

function coloursOf(picture: ImageBitmap): Set<string> {
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 3).join(' '));
  return colours;
}

test.each([
  ['dark', ['19 24 35', '181 224 244', '220 152 102']],
  ['light', ['255 253 249', '27 106 134', '176 83 30']],
])('is a PNG of what is drawn, in the colours of %s', async (scheme, colours) => {
  document.documentElement.style.colorScheme = scheme;
  const { container } = await render(ColumnBars, COLUMN_PROPS);
  const { picture } = await pressSave();

  const chart = container.querySelector('.plot')!.getBoundingClientRect();
  expect(picture.width).toBe(Math.round((chart.width + MARGINS) * devicePixelRatio));
  expect(picture.height).toBeGreaterThan(chart.height * devicePixelRatio);
  expect([...coloursOf(picture)]).toEqual(expect.arrayContaining(colours));
});

test('is an SVG of the same drawing where that is asked for', async () => {
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  await render(ColumnBars, COLUMN_PROPS);
  await page.getByRole('button', { name: SAVE_AS_SVG }).click();
  await expect.poll(() => names).toEqual(['Earned-in-a-month.svg']);
  expect(made.map(({ type }) => type)).toEqual(['image/svg+xml']);
  const drawing = new DOMParser().parseFromString(await made[0]!.text(), 'image/svg+xml');
  expect(drawing.querySelector('parsererror, style, image')).toBeNull();
  for (const text of drawing.querySelectorAll('text'))
    expect(text.getAttribute('font-family')).toMatch(/Arial, sans-serif$/);
});

test('says itself how it is drawn, and holds nothing of elsewhere', async () => {
  await render(ColumnBars, COLUMN_PROPS);
  const { drawing, text } = await pressSave();

  expect(
    drawing.querySelector('parsererror, image, foreignObject, use, style, a, script'),
  ).toBeNull();
  expect(text).not.toMatch(/light-dark|var\(|href|class=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  const texts = [...drawing.querySelectorAll('text')];
  expect(texts.map(({ textContent }) => textContent.trim())).toEqual(
    expect.arrayContaining([
      'Earned in a month',
      'What it counts.',
      GRADE_NAMES.platinum,
      'Jan',
      PICTURE_FOOT,
    ]),
  );
  expect(texts.every((each) => each.getAttribute('font-family')?.includes('Arial'))).toBe(true);
});

test.each(['dark', 'light'])('is of colours that other programs know, in %s', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  const games = [aGame('Sable Aviary', '2026-01-01', '2026-11-01')];
  await render(Timeline, { figure: aFigure('Some games'), games, until: dayOf('2026-11-29') });
  const { drawing } = await pressSave();
  const painted = [...drawing.querySelectorAll('*')].flatMap((each) =>
    ['fill', 'stroke'].map((name) => each.getAttribute(name)).filter((value) => value !== null),
  );
  expect(painted.length).toBeGreaterThan(10);
  for (const value of painted) expect(value).toMatch(/^(none|rgb\(\d+, \d+, \d+\)|url\(#.+\))$/);
  const texts = [...drawing.querySelectorAll('text')];
  expect(texts.filter((each) => each.hasAttribute('dy'))).toEqual([]);
  // The name of a game stands in the middle of its row.
  const name = texts.find((each) => each.textContent.trim() === 'Sable Aviary');
  expect(Number(name?.getAttribute('y'))).toBeCloseTo(12 + 0.35 * 13, 0);
  expect(texts.map((each) => each.getAttribute('font-weight'))).toEqual(
    texts.map(() => expect.stringMatching(/^[47]00$/) as string),
  );
});

test('keeps what can be seen through', () => {
  expect(plainColour('color(srgb 0.5 1 0 / 0.16)')).toEqual({
    colour: 'rgb(128, 255, 0)',
    opacity: 0.16,
  });
  expect(plainColour('rgba(1, 2, 3, 0.5)')).toEqual({ colour: 'rgb(1, 2, 3)', opacity: 0.5 });
});

test('does not tell where the player lives', async () => {
  const figure = { ...COLUMN_PROPS.figure, zone: 'Days are Europe/Berlin.' };
  await render(ColumnBars, { ...COLUMN_PROPS, figure });
  await expect.element(page.getByText(/Europe.Berlin/)).toBeVisible();
  const { text } = await pressSave();
  expect(text).toContain('What it counts.');
  expect(text).not.toContain('Berlin');
});

test('of a chart that scrolls shows what is in sight', async () => {
  const games = Array.from({ length: 60 }, (_, at) =>
    aGame(`Game ${String(at)}`, '2026-01-01', '2026-11-01'),
  );
  const figure = aFigure('Some games');
  const { container } = await render(Timeline, { figure, games, until: dayOf('2026-11-29') });
  await expect.poll(() => container.querySelectorAll('a').length).toBeGreaterThan(5);
  const { drawing, picture } = await pressSave();

  expect(picture.height / devicePixelRatio).toBeLessThan(600);
  expect(drawing.querySelector('clipPath')).not.toBeNull();
  // Of 60 rows those that are whole.
  const names = [...drawing.querySelectorAll('text')].filter((each) =>
    each.textContent.startsWith('Game '),
  );
  expect(names).toHaveLength(12);
});

test('has nothing of the names that are not to be told', async () => {
  const games = ['Sable Aviary', 'Quiet Harbour'].map((name, n) => ({
    ...aGame(name, '2026-01-01', '2026-11-01'),
    isUntold: n === 0,
  }));
  const figure = aFigure('Some games');
  const { container } = await render(Timeline, { figure, games, until: dayOf('2026-11-29') });
  await expect.poll(() => container.querySelectorAll('a').length).toBe(2);
  expect(container.querySelector('.chart')?.textContent).toContain('Sable Aviary');
  const { text } = await pressSave();
  expect(text).toContain('Quiet Harbour');
  expect(text).not.toContain('Sable');
});

test.each([800, 400])('of a list %i pixels wide has what may be told', async (width) => {
  await page.viewport(width, 900);
  const slope = { id: '1', name: 'The Chase', detail: 'Drift', from: 21, to: 34, href: '#/game/1' };
  const heads = { name: 'The trophy', from: 'Then', to: 'Today' };
  await render(SlopeList, {
    ...{ figure: aFigure('Rarer'), heads, write: String, expected: 2 },
    slopes: [
      { ...slope, told: 'One of gold' },
      { ...slope, id: '2', name: 'Landfall', detail: 'Harbour' },
    ],
  });
  const { drawing, text } = await pressSave();
  expect(text).not.toMatch(/Chase|Drift/);
  const texts = [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent.trim());
  expect(texts).toContain('One of gold');
  // What stands beside the name on a narrow page is not written below it too.
  expect(texts.filter((each) => each.includes('Harbour'))).toHaveLength(1);
});

test('says so where the browser cannot make it', async () => {
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new Error('broken'));
  const { getByText } = await render(ColumnBars, COLUMN_PROPS);
  await page.getByRole('button', { name: SAVE_AS_PICTURE }).click();

  await expect.element(getByText(PICTURE_FAILED)).toBeVisible();
});
