import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { minifiedTwice } from '../../minified-twice.ts';

interface Hooks {
  generateBundle: (this: object, options: object, bundle: Record<string, object>) => Promise<void>;
}

/** The code of a script of this name after its build. */
async function built(fileName: string, code: string): Promise<string> {
  const chunk = { type: 'chunk', fileName, code };
  const error = (message: string): never => {
    throw new Error(message);
  };
  const { generateBundle } = minifiedTwice() as unknown as Hooks;
  await generateBundle.call({ error }, {}, { [fileName]: chunk });
  return chunk.code;
}

const WORKER = [
  '(()=>{"use strict";',
  'let $later;const $work=(given)=>{let sum=0;for(const each of given.all){sum=sum+each}return sum};',
  'globalThis.load=()=>$later??=$work({all:globalThis.numbers});',
  'globalThis.isStrict=function(){return this===undefined}();',
  '})();',
].join('\n');

test('the worker does what it did, strict as it was, and what is measured in it has its name', async () => {
  const code = await built('background.js', WORKER);
  expect(code.length).toBeLessThan(WORKER.length);
  expect(code).toMatch(/\$work=\(|\$later\?\?=\(/);

  const worker: { numbers: number[]; load?: () => number; isStrict?: boolean } = {
    numbers: [1, 1],
  };
  runInNewContext(code, worker);
  expect([worker.load?.(), worker.isStrict]).toEqual([2, true]);
});

test('what a page waits for is written anew, and what is loaded later is left', async () => {
  const code = 'const twoOfThem=[1,2];export{twoOfThem as t};';
  for (const name of ['first-library', 'chunks/options-Ab1', 'chunks/popup-Ab1'])
    expect(await built(`${name}.js`, code)).toBe('const t=[1,2];export{t};');
  expect(await built('chunks/Log-Ab1.js', code)).toBe(code);
});
