import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pictureSource } from '@/utils/domain/picture-hosts';
import { madeUpLibrary } from '@/utils/made-up/made-up-library';
import { madeUpPictures } from './made-up-pictures.ts';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
const files = globSync('made-up/*', { cwd: PUBLIC }).map(
  (path) => `/${path.replaceAll('\\', '/')}`,
);

test('what is drawn is what `npm run pictures:made-up` writes', () => {
  const drawn = madeUpPictures();
  expect(files.sort()).toEqual([...drawn.keys()].sort());
  const changed = [...drawn].filter(
    ([path, markup]) => readFileSync(PUBLIC + path, 'utf8') !== `${markup}\n`,
  );
  expect(changed.map(([path]) => path)).toEqual([]);
});

test('every game, group and trophy that is made up has a picture, which pages draw', () => {
  const { titles, sets } = madeUpLibrary('made-up', Date.now());
  const wanted = [
    ...titles.map(({ iconUrl }) => iconUrl),
    ...sets.flatMap(({ trophies }) => trophies.map(({ iconUrl }) => iconUrl)),
    ...sets.flatMap(({ groups }) => groups.map(({ iconUrl }) => iconUrl)),
  ];
  expect(wanted.filter((path) => path === null || !files.includes(path))).toEqual([]);
  expect(wanted.filter((path) => pictureSource(path) !== path)).toEqual([]);
});

test('they ask nobody for anything, and are small', () => {
  const markup = files.map((path) => readFileSync(PUBLIC + path, 'utf8'));
  const addresses = markup.flatMap(
    (text) => text.match(/(?:href|src|url)[=(]["']?[^#"')]+/g) ?? [],
  );
  expect(addresses).toEqual([]);
  expect(markup.filter((text) => /<(?:script|image|foreignObject|style)/.test(text))).toEqual([]);
  expect(markup.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(600_000);
});
