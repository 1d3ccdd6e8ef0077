import { expect, test } from 'vitest';
import type { Messages } from '../../compile-words.ts';
import { readCatalogue } from '../../words-plugin.ts';
import { cataloguesIn } from './catalogues.ts';

/** Words of a protocol, and a name that PlayStation itself has given up. */
const OF_NO_PLAYER = /\b(access|proved|matching|tokens?|PSN)\b/gi;

const TAG = /<[^>]*>/g;

/** Each with the message that says it, as `token-life.tokenLife: Token`. */
function saidIn(at: string, words: Messages | string): string[] {
  if (typeof words === 'string') {
    return [...words.replaceAll(TAG, '').matchAll(OF_NO_PLAYER)].map(([said]) => `${at}: ${said}`);
  }
  return Object.entries(words).flatMap(([key, each]) => saidIn(`${at}.${key}`, each));
}

test('what is said is said in the words of a person who plays', () => {
  const said = [...cataloguesIn('en')].flatMap(([screen, path]) =>
    saidIn(screen, readCatalogue(path)),
  );
  expect(said).toEqual([
    // Once, for those who know it by no other name.
    'guide.entries.connect.paragraphs.1: PSN',
    // What other trackers call it, where players bring the word.
    'guide.entries.step-token.paragraphs.2: token',
    // What the region has always been called for those who hear it.
    'token-life.tokenLife: Token',
  ]);
});
