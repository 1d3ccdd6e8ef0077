import { expect, test } from 'vitest';
import { readProductFiles } from './project-files.ts';

/** An opening tag, as far as its attributes go. */
const TAG = /<[A-Za-z][\w.-]*(?:\{(?:[^{}]|\{[^{}]*\})*\}|"[^"]*"|[^>{}"])*>/g;

test('no element has a style attribute and style directives: what merges them is left out of the build', () => {
  const both = [...readProductFiles()].flatMap(([path, text]) =>
    (text.match(TAG) ?? [])
      .filter((tag) => /\sstyle(?:=|\})/.test(tag) && /\sstyle:/.test(tag))
      .map((tag) => `${path}: ${tag}`),
  );
  expect(both).toEqual([]);
});
