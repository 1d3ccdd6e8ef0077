import { expect, test } from 'vitest';
import { backgroundWords } from '@/utils/words/background/catalogue';
import { newsOf } from '@/utils/words/background/notifications';

const WORDS = backgroundWords();
const LOST = 'Cinder Vale';

test.each([
  ['nothing', [], [], null],
  ['a platinum', ['Ash'], [], { title: 'A new platinum', message: 'Ash.' }],
  ['two', ['Ash', 'Bly'], [], { title: 'New platinums', message: 'Ash and Bly.' }],
  ['three', ['Ash', 'Bly', 'Cor'], [], { title: 'New platinums', message: 'Ash, Bly and Cor.' }],
  ['a lost 100 %', [], [LOST], { title: 'No longer at 100%', message: 'Cinder Vale.' }],
  [
    'both',
    ['Ash'],
    [LOST, 'Dune'],
    {
      title: 'A new platinum',
      message: 'Ash. No longer at 100%: Cinder Vale and Dune.',
    },
  ],
])('tells %s', (_, platinums, lostHundreds, news) => {
  const unnamed = { platinums: 0, lostHundreds: 0 };
  expect(newsOf(WORDS, { platinums, lostHundreds, unnamed }, 'en-GB')).toStrictEqual(news);
});

test.each([
  ['of a few', 5, 0, 'A, B, C, D and E.'],
  ['of one more', 6, 0, 'A, B, C, D, E and F.'],
  ['of many', 7, 0, 'A, B, C, D, E and 2 more.'],
  ['of more than a report names', 7, 1_000, 'A, B, C, D, E and 1,002 more.'],
])('names no more games than there is room for: %s', (_, games, more, message) => {
  const platinums = [...'ABCDEFG'].slice(0, games);
  const unnamed = { platinums: more, lostHundreds: 0 };
  expect(newsOf(WORDS, { platinums, lostHundreds: [], unnamed }, 'en-GB')?.message).toBe(message);
});
