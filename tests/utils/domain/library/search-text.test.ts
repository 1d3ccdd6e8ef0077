import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchFor, searchText } from '@/utils/domain/library/search-text';

const finds = (typed: string, name: string) => searchFor(typed)(searchText(name));

test.each([
  ['astro', 'ASTRO BOT™'],
  ['ragnarok', 'God of War Ragnarök'],
  ['RAGNARÖK', 'God of War Ragnarok'],
  ['war god', 'God of War'],
  ['spiderman', "Marvel's Spider-Man: Miles Morales"],
  ['spider man', "Marvel's Spider-Man: Miles Morales"],
  ['spider–man', "Marvel's Spider-Man: Miles Morales"],
  ['spider-man', 'Spider Man'],
  ['marvels', 'Marvel’s Spider-Man'],
  ["marvel's", 'Marvel’s Spider-Man'],
  ['assassin creed', "Assassin's Creed® Valhalla"],
  ['nier:automata', 'NieR: Automata'],
  ['fear', 'F.E.A.R.'],
  ['無双', '無双の章'],
  ['がんばれ', 'がんばれゴエモン'],
  ['مغامرات', 'مغامرات الأمير'],
  ['  bot   astro ', 'Astro Bot'],
  ['™', 'Astro Bot'],
])('%s finds %s', (typed, name) => {
  expect(finds(typed, name)).toBe(true);
});

test.each([
  ['astra', 'Astro Bot'],
  ['war gods', 'God of War'],
  ['かんばれ', 'がんばれゴエモン'],
  ['★', 'Astro Bot'],
  ['<b>', 'Astro Bot'],
])('%s does not find %s', (typed, name) => {
  expect(finds(typed, name)).toBe(false);
});

test('every name is found by itself, and by its start in capitals', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40), (name, end) => {
      expect(finds(name, name)).toBe(true);
      const plain = name.replace(/[^a-z ]/gu, '');
      expect(finds(plain.slice(0, end).toUpperCase(), plain)).toBe(true);
    }),
  );
});
