import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsWords, searchText, searchWords } from '@/utils/domain/search-text';

test.each([
  ['Pokémon', 'pokemon'],
  ['Gran Turismo® 7', 'gran turismo 7'],
  ['Bloodborne™', 'bloodborne'],
  ['Marvel’s Spider-Man', 'marvels spider-man'],
  ["Marvel's Spider-Man", 'marvels spider-man'],
  ['ＡＳＴＲＯ  BOT', 'astro bot'],
  ['مُغامرات', 'مغامرات'],
  ['無双の章', '無双の章'],
])('%s is searched as %s', (name, text) => {
  expect(searchText(name)).toBe(text);
});

test.each([
  ['spider marvels', true],
  ['MARVEL', true],
  ['  ', true],
  ['marvel hulk', false],
])('“%s” finds Spider-Man: %s', (typed, found) => {
  expect(holdsWords(searchText('Marvel’s Spider-Man'), searchWords(typed))).toBe(found);
});

test('what is searched as a text finds that text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) =>
      holdsWords(searchText(name), searchWords(name)),
    ),
  );
});

test('a text that is searched already stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (name) => searchText(searchText(name)) === searchText(name),
    ),
  );
});
