import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { here } from '@/components/app/time-zone.svelte';
import Timeline from '@/components/charts/Timeline.svelte';
import { civilDay } from '@/utils/format/calendar-names';
import {
  ALL_YEARS,
  FIRST_TROPHY_HEAD,
  GAME_HEAD,
  LAST_TROPHY_HEAD,
  STANDING_HEAD,
  YEARS_SHOWN,
} from '@/utils/words/charts';
import { aFigure, aGame, dayOf } from '../../support/chart-data.ts';
import { shownTable } from '../../support/chart-page.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';

beforeEach(async () => {
  await page.viewport(800, 900);
});

const shortly = (date: string): string => civilDay(dayOf(date), here.locale);
const until = dayOf('2026-11-29');
const figure = aFigure('Some games');
const GAMES = [
  aGame('Astro', '2026-01-05', '2026-03-01'),
  aGame('Drift', '2020-05-01', '2020-05-01'),
];
const MANY = Array.from({ length: 5_000 }, (_, at) =>
  aGame(`Game ${String(at)}`, '2026-01-01', '2026-11-01'),
);

function focused(): string | null | undefined {
  return document.activeElement?.getAttribute('data-mark');
}

test('shows the last three years, and others when they are chosen', async () => {
  const { getByRole } = await render(Timeline, { figure, games: GAMES, until });
  const astro = getByRole('link', {
    name: `Astro: ${shortly('2026-01-05')} to ${shortly('2026-03-01')}, 100%`,
  });
  await expect.element(astro).toBeVisible();
  const drift = getByRole('link', { name: `Drift: ${shortly('2020-05-01')}, 100%` });
  await expect.element(drift).not.toBeInTheDocument();

  await getByRole('combobox', { name: YEARS_SHOWN }).selectOptions('2020');
  await expect.element(drift).toBeVisible();
  await expect.element(astro).not.toBeInTheDocument();
  expect(await shownTable()).toEqual([
    [GAME_HEAD, FIRST_TROPHY_HEAD, LAST_TROPHY_HEAD, STANDING_HEAD],
    ['Drift', shortly('2020-05-01'), shortly('2020-05-01'), '100%'],
  ]);
  await expectAccessible();
});

test('opens on the last years that have a game, and offers none without one', async () => {
  const games = [
    aGame('Drift', '2014-05-01', '2014-05-01'),
    aGame('Astro', '2021-01-05', '2022-03-01'),
  ];
  const { container, getByRole } = await render(Timeline, { figure, games, until });
  await expect.element(getByRole('link', { name: /^Astro/ })).toBeVisible();
  const years = getByRole('combobox', { name: YEARS_SHOWN });
  await expect.element(years).toHaveDisplayValue('2020–2022');
  const offered = [...years.element().querySelectorAll('option')].map(({ label }) => label);
  expect(offered).toEqual(['2020–2022', '2022', '2021', '2014', ALL_YEARS]);
  for (const option of offered) {
    await years.selectOptions(option);
    await expect.poll(() => container.querySelectorAll('[data-mark]').length).toBeGreaterThan(0);
    expect(container.querySelector('.empty')).toBeNull();
  }
});

test('shows the years that were chosen whatever games come', async () => {
  const props = { figure, until, games: GAMES };
  const { getByRole, rerender } = await render(Timeline, props);
  const years = getByRole('combobox', { name: YEARS_SHOWN });
  await years.selectOptions(ALL_YEARS);
  const drift = getByRole('link', { name: `Drift: ${shortly('2020-05-01')}, 100%` });
  await expect.element(drift).toBeVisible();
  await rerender({ ...props, games: [...GAMES, aGame('Older', '2016-05-01', '2016-06-01')] });
  await expect.element(getByRole('link', { name: /^Older/ })).toBeVisible();
  await expect.element(years).toHaveDisplayValue(ALL_YEARS);
  await expect.element(drift).toBeVisible();
});

test('draws of 5,000 games those in sight, and the keyboard leads to the others', async () => {
  const { container, getByRole } = await render(Timeline, { figure, games: MANY, until });
  const drawn = () => container.querySelectorAll('a[data-mark]').length;
  await expect.poll(drawn).toBeGreaterThan(5);
  expect(drawn()).toBeLessThan(40);

  getByRole('combobox').element().focus();
  await userEvent.tab();
  expect(focused()).toBe('Game 0');
  await userEvent.keyboard('{End}');
  await expect.poll(focused).toBe('Game 4999');
  expect(drawn()).toBeLessThan(40);
  await userEvent.keyboard('{ArrowUp}');
  expect(focused()).toBe('Game 4998');
  const box = document.activeElement!.getBoundingClientRect();
  const chart = container.querySelector('.scroll')!.getBoundingClientRect();
  expect(box.top).toBeGreaterThanOrEqual(chart.top);
  expect(box.bottom).toBeLessThanOrEqual(chart.bottom);
});

test('is as high in each of the years that can be chosen', async () => {
  const games = [2020, 2021, 2022, 2023].flatMap((year, at) =>
    Array.from({ length: at + 1 }, (_, n) =>
      aGame(`Game ${String(year)} ${String(n)}`, `${String(year)}-02-01`, `${String(year)}-11-01`),
    ),
  );
  const { container, getByRole } = await render(Timeline, { figure, games, until });
  const years = getByRole('combobox', { name: YEARS_SHOWN });
  await expect.element(years).toBeVisible();
  const offered = [...years.element().querySelectorAll('option')].map(({ label }) => label);
  const heights = new Set<number>();
  for (const option of offered) {
    await years.selectOptions(option);
    await expect.poll(() => container.querySelectorAll('[data-mark]').length).toBeGreaterThan(0);
    heights.add(container.querySelector('.scroll')!.getBoundingClientRect().height);
  }
  expect([heights.size, offered.length > 4]).toEqual([1, true]);
});

test('a few games take no more room than their rows', async () => {
  const { container } = await render(Timeline, { figure, games: GAMES.slice(0, 1), until });
  await expect.poll(() => container.querySelectorAll('[data-mark]').length).toBe(1);
  const high = () => container.querySelector('.plot')?.getBoundingClientRect().height;
  await expect.poll(high).toBeLessThan(60);
  const room = container.querySelector('.scroll')!;
  expect(room.scrollHeight).toBe(room.clientHeight);
});
