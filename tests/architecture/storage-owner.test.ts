import { expect, test } from 'vitest';
import { readProductFiles } from './project-files.ts';

/** Who may touch the stored areas themselves. */
const OWNERS: Record<string, RegExp> = {
  'storage.local': /^utils\/browser\/local-(?:area|reading)\.ts$/,
  'storage.session': /^utils\/browser\/session-area\.ts$/,
};

test.each(Object.keys(OWNERS))('%s has one owner', (area) => {
  const call = new RegExp(`${area.replace('.', '\\.')}\\.`);
  const files = [...readProductFiles()].filter(([, text]) => call.test(text));
  expect(files.map(([path]) => path).filter((path) => !OWNERS[area]?.test(path))).toEqual([]);
});
