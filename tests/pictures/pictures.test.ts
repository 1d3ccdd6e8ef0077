import { globSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { GuideSection } from '@/utils/words/guide/entry';
import { GUIDE_SECTIONS } from '@/utils/words/guide/sections';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NAMES = ['logout', 'npsso', 'paste', 'importer', 'countdown'].map(
  (name) => `guide-psn-${name}.png`,
);
const sections: readonly GuideSection[] = GUIDE_SECTIONS;
const pictures = sections.flatMap(({ entries }) => entries).flatMap(({ picture }) => picture ?? []);

function pngs(folder: string): string[] {
  return globSync(`${folder}/*`, { cwd: ROOT }).map((path) => basename(path));
}

/** Width and height, as the head of a PNG has them. */
function sizeOf(path: string): [number, number] {
  const head = readFileSync(ROOT + path);
  expect(head.subarray(1, 4).toString()).toBe('PNG');
  return [head.readUInt32BE(16), head.readUInt32BE(20)];
}

test('the guide has each of its five pictures once, with a text, and there are no others', () => {
  expect(pictures.map(({ file }) => file).sort()).toEqual([...NAMES].sort());
  expect(pngs('public/guide').sort()).toEqual([...NAMES].sort());
  expect(pictures.filter(({ alternative }) => alternative.length < 20)).toEqual([]);
});

test.each(NAMES)('%s is 1600 by 900 and no heavier than 150 kB', (name) => {
  expect(sizeOf(`public/guide/${name}`)).toEqual([1600, 900]);
  expect(statSync(`${ROOT}public/guide/${name}`).size).toBeLessThanOrEqual(150_000);
});

test('there are five pictures for the stores, each 1280 by 800', () => {
  const store = pngs('docs/store').filter((name) => name.endsWith('.png'));
  expect(store).toHaveLength(5);
  for (const name of store) expect(sizeOf(`docs/store/${name}`)).toEqual([1280, 800]);
});
