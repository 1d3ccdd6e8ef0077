import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { zipSizeOf } from './zip-size.ts';

test('a zip has each file packed, its name twice, and what cannot be packed as it is', () => {
  const folder = mkdtempSync(`${tmpdir()}/zip-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(`${folder}/icons`);
  // Python's zipfile writes these two, at level 9, in 214 bytes.
  writeFileSync(`${folder}/a.js`, 'a'.repeat(1_000));
  writeFileSync(`${folder}/icons/ü`, Buffer.from([1, 254, 3, 99, 42]));
  expect(zipSizeOf(folder)).toBe(214);
});
