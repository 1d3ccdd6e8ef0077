import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Messages } from '../../compile-words.ts';
import { readCatalogue } from '../../words-plugin.ts';
import { ROOT } from '../architecture/project-files.ts';
import { cataloguesIn } from './catalogues.ts';
import { findLiteralWords } from './find-literal-words.ts';

const MESSAGES = new Set(
  [...cataloguesIn('en')].flatMap(([, path]) => messagesIn(readCatalogue(path))),
);

function messagesIn(messages: Messages | string): string[] {
  if (typeof messages === 'string') return [messages];
  return Object.values(messages).flatMap((each) => messagesIn(each));
}

/** Where screens are tested. What the words are is said by `tests/utils/words`. */
const TESTS = globSync('tests/{components,entrypoints/{options,popup},journeys,long}/**/*.ts', {
  cwd: ROOT,
}).sort();

test('a test names a text by its key, but for the names that are promised', () => {
  const literal = TESTS.flatMap((path) =>
    findLiteralWords(readFileSync(ROOT + path, 'utf8'), MESSAGES).map((said) => `${path}:${said}`),
  );
  expect(literal).toEqual([]);
});

test.each([
  [`getByText('Open sign-in page')`, ['1: Open sign-in page']],
  [`\nname: /Loading/ })`, ['2: Loading']],
  [`getByRole('button', { name: 'Sync now' })`, []],
  [`state: 'unknown'`, []],
  [`getByText('Something else')`, []],
])('the check itself: %s', (text, found) => {
  const messages = new Set(['Open sign-in page', 'Loading', 'Sync now', 'unknown']);
  expect(findLiteralWords(text, messages)).toEqual(found);
});
