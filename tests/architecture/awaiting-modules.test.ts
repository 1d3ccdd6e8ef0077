import ts from 'typescript';
import { expect, test } from 'vitest';
import { readProductFiles } from './project-files.ts';
import { scriptsOf } from './read-imports.ts';

test('no file waits for anything as it is run: what is loaded meanwhile uses it, and would wait for it', () => {
  const waiting = [...readProductFiles()].filter(([path, text]) =>
    scriptsOf(path, text).some((script) =>
      awaits(ts.createSourceFile(path, script, ts.ScriptTarget.Latest)),
    ),
  );
  expect(waiting.map(([path]) => path)).toEqual([]);
});

test.each([
  ['const one = await first();', true],
  ['if (is) { mount(await first()); }', true],
  ['for await (const each of all) use(each);', true],
  ['const one = async () => await first();', false],
  ['class One { async first() { await first(); } }', false],
])('%s: %s', (script, expected) => {
  expect(awaits(ts.createSourceFile('one.ts', script, ts.ScriptTarget.Latest))).toBe(expected);
});

/** Whether it waits outside of every function. */
function awaits(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isAwaitExpression(node)) return true;
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
  return ts.forEachChild(node, awaits) ?? false;
}
