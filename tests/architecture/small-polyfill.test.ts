import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { smallPolyfill } from '../../small-polyfill.ts';
import { readProductFiles } from './project-files.ts';

type Answers = (answer: unknown) => void;
type Hears = (message: unknown, sender: object, answers: Answers) => unknown;
type Polyfilled = typeof globalThis.chrome;

/** The polyfill as it is built, over Chromium's own interface. */
function polyfilled(chrome: object): Polyfilled {
  const path = fileURLToPath(import.meta.resolve('webextension-polyfill'));
  const { transform } = smallPolyfill() as { transform: { handler: unknown } };
  const handler = transform.handler as (this: object, code: string) => { code: string };
  const error = (message: string): never => {
    throw new Error(message);
  };
  const { code } = handler.call({ error }, readFileSync(path, 'utf8'));
  const module = { exports: {} as Polyfilled };
  runInNewContext(code, {
    chrome,
    module,
    exports: module.exports,
    Promise,
    WeakMap,
    Proxy,
    Reflect,
  });
  return module.exports;
}

test('a listener of messages answers with a promise, and what Chromium has is handed on', async () => {
  const heard: Hears[] = [];
  const get = (key: string) => Promise.resolve({ [key]: 1 });
  const onMessage = { addListener: (hears: Hears) => heard.push(hears) };
  const runtime = { id: 'us', onMessage, lastError: null };
  const browser = polyfilled({ runtime, storage: { local: { get } } });

  browser.runtime.onMessage.addListener((message: unknown) => Promise.resolve([message]));
  const answer = new Promise((resolve) => {
    expect(heard[0]?.('asked', {}, resolve)).toBe(true);
  });
  expect(await answer).toEqual(['asked']);
  expect(await browser.storage.local.get('a')).toEqual({ a: 1 });
});

test('nothing asks the browser for what is left out of the polyfill', () => {
  const asking = [...readProductFiles()].filter(([, text]) =>
    /\bbrowser\.(?:devtools|privacy|contextMenus|bookmarks|history|cookies)\b/.test(text),
  );
  expect(asking.map(([path]) => path)).toEqual([]);
});
