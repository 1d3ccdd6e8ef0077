import { expect, test } from 'vitest';
import { newsOf } from '@/utils/words/background/notifications';

const LOST = 'Cinder Vale';

test.each([
  ['nothing', [], [], null],
  ['a platinum', ['Ash'], [], { title: 'A new platinum', message: 'Ash.' }],
  ['two', ['Ash', 'Bly'], [], { title: 'New platinums', message: 'Ash and Bly.' }],
  ['three', ['Ash', 'Bly', 'Cor'], [], { title: 'New platinums', message: 'Ash, Bly and Cor.' }],
  ['a lost 100 %', [], [LOST], { title: 'No longer at 100 %', message: 'Cinder Vale.' }],
  [
    'both',
    ['Ash'],
    [LOST, 'Dune'],
    {
      title: 'A new platinum',
      message: 'Ash. No longer at 100 %: Cinder Vale and Dune.',
    },
  ],
])('tells %s', (_, platinums, lostHundreds, news) => {
  expect(newsOf({ platinums, lostHundreds }, 'en-GB')).toStrictEqual(news);
});
