import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What is drawn, without how large, and with the names that gradients have in the icon. */
function drawnIn(path: string): string {
  const text = readFileSync(path, 'utf8').replaceAll('logo-', '');
  return text.slice(text.indexOf('<defs>'));
}

test('the pages’ logo is drawn as the icon is', () => {
  expect(drawnIn('components/app/Logo.svelte')).toBe(drawnIn('public/icon.svg'));
});
