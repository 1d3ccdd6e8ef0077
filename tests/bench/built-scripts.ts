import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  bytes: number;
  gzipped: number;
}

/** `import … from "x"`, `import "x"` and `export … from "x"`, as the bundler writes them at the head of a chunk. */
const STATIC = /(?:\bimport|\bfrom)\s*["']([^"']+)["']/g;
const DYNAMIC = /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g;

/** The scripts that a built page runs before its first frame: its own, and all that they import statically. */
export function scriptsOfPage(folder: string, page: string): string[] {
  const html = readFileSync(`${folder}/${page}`, 'utf8');
  const own = [...html.matchAll(/<script[^>]*\bsrc="\/?([^"]+)"/g)].map(([, path]) => path ?? '');
  return withImports(folder, own, STATIC);
}

/** A script that a page loads later, and all that it imports statically. */
export function scriptsWith(folder: string, script: string): string[] {
  return withImports(folder, [script], STATIC);
}

/** The scripts that a built script runs with, and those that it can load later. */
export function scriptsOfWorker(folder: string, script: string): string[] {
  const all = withImports(folder, [script], STATIC);
  const later = all.flatMap((path) => importsOf(folder, path, DYNAMIC));
  return withImports(folder, [...all, ...later], STATIC);
}

export function weightOf(folder: string, scripts: readonly string[]): Weight {
  const texts = scripts.map((path) => readFileSync(`${folder}/${path}`));
  return {
    bytes: sum(texts.map(({ length }) => length)),
    gzipped: sum(texts.map((text) => gzipSync(text).length)),
  };
}

function withImports(folder: string, paths: readonly string[], kind: RegExp): string[] {
  const found = new Set<string>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    open.push(...importsOf(folder, path, kind));
  }
  return [...found].sort();
}

function importsOf(folder: string, path: string, kind: RegExp): string[] {
  const text = readFileSync(`${folder}/${path}`, 'utf8');
  return [...text.matchAll(kind)]
    .map(([, specifier]) => specifier ?? '')
    .filter((specifier) => /^[./]/.test(specifier))
    .map((specifier) =>
      specifier.startsWith('/') ? specifier.slice(1) : posix.join(posix.dirname(path), specifier),
    );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
