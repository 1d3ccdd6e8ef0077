import { expect, test } from 'vitest';
import { findDoubleNames } from './export-names.ts';
import { readProductFiles } from './project-files.ts';

test('no two files export the same name', () => {
  expect(findDoubleNames(readProductFiles())).toEqual([]);
});

test('a planted double name is named with its files', () => {
  const files = new Map([
    ['utils/a.ts', `export const SHOW = 1, HIDE = 2; export interface Grade {}`],
    ['utils/b.ts', `export function SHOW() {} export type Other = string;`],
    ['utils/c.ts', `export { HIDE } from './a'; const Grade = 1;`],
  ]);
  expect(findDoubleNames(files)).toEqual(['SHOW: utils/a.ts, utils/b.ts']);
});
