import { expect, test } from 'vitest';
import { searchText } from '@/utils/domain/library/search-text';
import { searchIn, type Searched } from '@/utils/domain/library/title-search';

function aTitle(name: string, ...platforms: string[]): Searched & { name: string } {
  return { name, text: searchText(name), title: { platforms } };
}

const LIBRARY = [
  aTitle('FIFA 23', 'PS4'),
  aTitle('FIFA 23', 'PS5'),
  aTitle('FIFA 22', 'PS4'),
  aTitle('Battlefield™ V', 'PS4'),
  aTitle('Battlefield 4', 'PS3'),
  aTitle('Battlefield™ 2042', 'PS5'),
  aTitle('STAR WARS™ Battlefront™ II', 'PS4'),
  aTitle('STAR WARS™ Battlefront™', 'PS4'),
  aTitle('Terraria', 'PSVITA', 'PS4'),
  aTitle('Helldivers 2', 'PS5', 'PSPC'),
  aTitle('PlayStation 4 Demo', 'PS5'),
  aTitle('Marvel’s Spider-Man 2', 'PS5'),
];

function found(typed: string): string[] {
  const isFound = searchIn(LIBRARY, typed);
  return LIBRARY.filter(isFound).map(({ name, title }) => `${name} ${title.platforms.join()}`);
}

test.each([
  ['fifa 23 ps4', ['FIFA 23 PS4']],
  ['PS5 fifa', ['FIFA 23 PS5']],
  ['fifa ps 4', ['FIFA 23 PS4', 'FIFA 22 PS4']],
  ['fifa playstation 5', ['FIFA 23 PS5']],
  ['terraria vita', ['Terraria PSVITA,PS4']],
  ['terraria ps vita ps4', ['Terraria PSVITA,PS4']],
  ['helldivers pc', ['Helldivers 2 PS5,PSPC']],
  ['ps3', ['Battlefield 4 PS3']],
  ['playstation 4 demo', ['PlayStation 4 Demo PS5']],
  ['fifa ps3', []],
  ['fifa ps', []],
])('%s: a console is a word of every title that is played on it', (typed, names) => {
  expect(found(typed)).toStrictEqual(names);
});

test.each([
  ['bf5', ['Battlefield™ V PS4']],
  ['BF 4', ['Battlefield 4 PS3']],
  ['bfv', ['Battlefield™ V PS4']],
  ['bf iv', ['Battlefield 4 PS3']],
  ['bf2042', ['Battlefield™ 2042 PS5']],
  ['bf 2042', ['Battlefield™ 2042 PS5']],
  ['bfx', []],
  ['swbf2', ['STAR WARS™ Battlefront™ II PS4']],
  ['swb2', ['STAR WARS™ Battlefront™ II PS4']],
  ['bf2', ['STAR WARS™ Battlefront™ II PS4']],
  ['sm2', ['Marvel’s Spider-Man 2 PS5']],
  ['bf3', []],
  ['fb5', []],
  ['sb2', []],
  ['bf', []],
])('%s: where nothing else is found, a name is that is so shortened', (typed, names) => {
  expect(found(typed)).toStrictEqual(names);
});

test('what has the words as they were typed is found alone', () => {
  const own = [aTitle('BF5', 'PS4'), ...LIBRARY];
  expect(own.filter(searchIn(own, 'bf5')).map(({ name }) => name)).toStrictEqual(['BF5']);
});
