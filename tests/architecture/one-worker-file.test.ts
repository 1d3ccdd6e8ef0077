import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { oneWorkerFile } from '../../one-worker-file.ts';

interface BuildOf {
  lib: false | { entry: string };
  rollupOptions?: object;
}

interface Hooks {
  config: (config: { build: BuildOf }) => void;
  generateBundle: (this: object, options: object, bundle: Record<string, object>) => void;
}

const ENTRY = 'virtual:wxt-background-entrypoint?index.ts';
/** As the bundler writes them. */
const FIRST =
  'function a(e){return e+1}globalThis.load=async()=>(await import(`./later.js`)).work;export{a as t};';
const LATER =
  'import{t as e}from"./background.js";globalThis.times=(globalThis.times??0)+1;function n(){return e(1)}export{n as work};';

/** What is built of a worker of these files, by name. */
function built(files: Record<string, string>, entry = ENTRY): Record<string, object> {
  const hooks = oneWorkerFile() as unknown as Hooks;
  hooks.config({ build: { lib: { entry } } });
  const chunks = Object.entries(files).map(([fileName, code]) => [
    fileName,
    { type: 'chunk', fileName, code },
  ]);
  const bundle = Object.fromEntries(chunks) as Record<string, object>;
  const error = (message: string): never => {
    throw new Error(message);
  };
  hooks.generateBundle.call({ error }, {}, bundle);
  return bundle;
}

test('of two files it makes one, of which what comes later runs at its first use, and once', async () => {
  const bundle = built({ 'background.js': FIRST, 'later.js': LATER });
  expect(Object.keys(bundle)).toEqual(['background.js']);

  const worker: { load?: () => Promise<() => number>; times?: number } = {};
  runInNewContext((bundle['background.js'] as { code: string }).code, worker);
  expect(worker.times).toBeUndefined();
  const [work] = await Promise.all([worker.load?.(), worker.load?.()]);
  expect(work?.()).toBe(2);
  expect(worker.times).toBe(1);
});

test('whatever is not as it knows it is told, and nothing is left out unseen', () => {
  expect(() => built({ 'background.js': FIRST })).toThrow('not of two files');
  expect(() => built({ 'background.js': FIRST, 'a.js': LATER, 'b.js': LATER })).toThrow(
    'two files',
  );
  const spaced = LATER.replace('import{t as e}', 'import { t as e }');
  expect(() => built({ 'background.js': FIRST, 'later.js': spaced })).toThrow('have no names');
  expect(() => built({ 'background.js': FIRST, 'other.js': LATER })).toThrow('no place');
});

test('other scripts are left as they are', () => {
  const files = { 'background.js': FIRST, 'later.js': LATER };
  const bundle = built(files, 'virtual:wxt-unlisted-script-entrypoint?first-library.ts');
  expect(Object.keys(bundle)).toEqual(Object.keys(files));
});
