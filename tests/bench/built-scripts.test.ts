import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scriptsOfPage, scriptsOfWorker, weightOf } from './built-scripts.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/built-`);
  mkdirSync(`${folder}/chunks`);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(`${folder}/${path}`, text);
}

test('a page runs what its script imports, each once, and not what is loaded later', () => {
  write({
    'popup.html': '<script type="module" crossorigin src="/chunks/popup.js"></script>',
    'chunks/popup.js': 'import{a}from"./shared.js";import"./side.js";import("./later.js")',
    'chunks/shared.js': 'export*from"./side.js"',
    'chunks/side.js': 'self.x="from here"',
    'chunks/later.js': '',
  });
  const scripts = scriptsOfPage(folder, 'popup.html');
  expect(scripts).toStrictEqual(['chunks/popup.js', 'chunks/shared.js', 'chunks/side.js']);
});

test('of a worker what it can load later counts too', () => {
  write({
    'background.js': 'import"./chunks/a.js";import("./chunks/later.js")',
    'chunks/a.js': '',
    'chunks/later.js': 'import"./b.js"',
    'chunks/b.js': '',
  });
  expect(scriptsOfWorker(folder, 'background.js')).toStrictEqual([
    'background.js',
    'chunks/a.js',
    'chunks/b.js',
    'chunks/later.js',
  ]);
});

test('the weight is the sum of the files, each packed by itself as a server would', () => {
  write({ 'a.js': 'a'.repeat(1_000), 'b.js': 'bb' });
  const gzipped = gzipSync('a'.repeat(1_000)).length + gzipSync('bb').length;
  expect(weightOf(folder, ['a.js', 'b.js'])).toStrictEqual({ bytes: 1_002, gzipped });
});
