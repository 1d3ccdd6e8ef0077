import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from './project-files.ts';

/** A colour, as our style sheets write one. */
const COLOUR = /^(?:#[0-9a-f]{3,8}|transparent|(?:rgb|hsl|var|color-mix)\()/;

test('light-dark() chooses between two colours: with anything else a browser takes the whole line away', () => {
  const others = globSync('{components,entrypoints}/**/*.{css,svelte}', { cwd: ROOT }).flatMap(
    (path) =>
      readFileSync(ROOT + path, 'utf8')
        .split('light-dark(')
        .slice(1)
        .map((text) => text.trimStart())
        .filter((text) => !COLOUR.test(text))
        .map((text) => `${path}: light-dark(${text.slice(0, 30)}`),
  );
  expect(others).toEqual([]);
});
