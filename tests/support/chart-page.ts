import { page } from 'vitest/browser';
import { SHOW_AS_TABLE } from '@/utils/words/charts';

/** The links of a chart with where they lead, in their order. */
export function linksIn(list: Element): [name: string, href: string][] {
  return [...list.querySelectorAll('a')].map((link) => [
    link.getAttribute('aria-label') ?? '',
    link.getAttribute('href') ?? '',
  ]);
}

/** What is heard of the marks of the chart on the page, in their order. */
export function namesOfMarks(): string[] {
  const list = document.querySelector('figure .plot [role=list]');
  return list === null ? [] : linksIn(list).map(([name]) => name);
}

/** The cells of the table of the chart on the page, its heads first. */
export async function shownTable(): Promise<string[][]> {
  await page.getByRole('button', { name: SHOW_AS_TABLE }).click();
  const table = page.getByRole('table').element();
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => cell.textContent.trim()),
  );
}
