import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import HeatMap from '@/components/charts/HeatMap.svelte';
import { SAVE_AS_PICTURE } from '@/utils/words/charts';
import { aFigure, aYear, dayOf, trophies } from '../../support/chart-data.ts';

/** What the product's pages forbid, as far as it does not stop the tests' own scripts and styles. */
const POLICY = "style-src-attr 'none'; img-src 'self' data: blob:; object-src 'none'";

const violations: string[] = [];

beforeAll(() => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
    violations.push(violatedDirective);
  });
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = POLICY;
  document.head.append(policy);
});

test('a chart is drawn, told of and saved without what the product’s policy forbids', async () => {
  const { getByRole, container } = await render(HeatMap, {
    figure: () => aFigure('Earned on a day'),
    years: [aYear(2026, { '2026-03-02': 1 })],
    year: 2026,
    until: dayOf('2026-11-29'),
    hrefOf: () => '#/log',
    say: trophies,
    head: 'Trophies',
  });
  await getByRole('link').hover({ force: true });
  await expect.poll(() => container.querySelector('.tip')).not.toBeNull();
  await page.getByRole('button', { name: SAVE_AS_PICTURE }).click();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(violations).toEqual([]);

  // The control: it is in force.
  container.setAttribute('style', 'color: red');
  await expect.poll(() => violations).toEqual(['style-src-attr']);
});
