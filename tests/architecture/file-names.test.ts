import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readProductFiles } from './project-files.ts';

const files = readProductFiles();
const paths = [...files.keys()];

test('modules are kebab-case.ts, and components are PascalCase.svelte', () => {
  const wellNamed = /^([a-z0-9]+(-[a-z0-9]+)*(\.svelte)?\.ts|[A-Z][A-Za-z0-9]*\.svelte)$/;
  expect(paths.filter((path) => !wellNamed.test(basename(path)))).toEqual([]);
});

test('modules with runes live in components only', () => {
  const withRunes = paths.filter((path) => path.endsWith('.svelte.ts'));
  expect(withRunes.filter((path) => !path.startsWith('components/'))).toEqual([]);
});

test('no file has a name that could hold anything', () => {
  const vague = /(^|-)(helpers?|common|types?|managers?|misc|utils?)(\.|-|$)/;
  expect(paths.filter((path) => vague.test(basename(path)))).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = [...files].filter(([, text]) => text.split('\n').length > 301);
  expect(long.map(([path]) => path)).toEqual([]);
});
