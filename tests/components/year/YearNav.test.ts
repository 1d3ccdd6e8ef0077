import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import YearNav from '@/components/year/YearNav.svelte';
import { yearAfter, yearBefore } from '@/utils/words/charts';
import { jump } from '@/utils/words/en/year.json';

beforeEach(() => history.replaceState(null, '', '#/year/2025'));
afterEach(() => history.replaceState(null, '', '#'));

function link(name: string) {
  return page.getByRole('link', { name, exact: true });
}

test('the years beside it are a press away, and take its place', async () => {
  await render(YearNav, { first: 2023, last: 2026, year: 2025 });
  const { length } = history;
  for (const [name, year] of [
    [yearBefore(2024), '2024'],
    [yearAfter(2026), '2026'],
  ] as const) {
    await expect.element(link(name)).toHaveAttribute('href', `#/year/${year}`);
    await link(name).click();
    await expect.poll(() => location.hash).toBe(`#/year/${year}`);
  }
  expect(history.length).toBe(length);
});

test('any year is chosen, the newest on top', async () => {
  await render(YearNav, { first: 2023, last: 2026, year: 2025 });
  const years = page.getByRole('combobox', { name: jump });
  await expect.element(years).toHaveValue('2025');
  expect([...years.element().querySelectorAll('option')].map((each) => each.textContent)).toEqual([
    ...['2026', '2025', '2024', '2023'],
  ]);
  await years.selectOptions('2023');
  await expect.poll(() => location.hash).toBe('#/year/2023');
});

test.each([
  [2023, ['2024']],
  [2026, ['2025']],
])('%i has no year beyond the first and the last', async (year, expected) => {
  await render(YearNav, { first: 2023, last: 2026, year });
  const links = page.getByRole('link').elements();
  expect(links.map(({ textContent }) => textContent.trim())).toEqual(expected);
});

test('a new tab is left to the browser', async () => {
  await render(YearNav, { first: 2023, last: 2026, year: 2025 });
  const press = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
  // Only asked whether it is left alone: no tab is opened.
  let isLeft = false;
  document.addEventListener(
    'click',
    (event) => {
      isLeft = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  link(yearBefore(2024)).element().dispatchEvent(press);
  expect(isLeft).toBe(true);
  expect(location.hash).toBe('#/year/2025');
});

test('of one year alone there is nothing to choose', async () => {
  await render(YearNav, { first: 2026, last: 2026, year: 2026 });
  expect(page.getByRole('navigation').elements()).toEqual([]);
});
