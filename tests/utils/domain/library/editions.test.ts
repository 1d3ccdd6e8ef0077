import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  editionKey,
  otherEditionsOf,
  rememberedKeys,
  inOrderOf,
  stacked,
} from '@/utils/domain/library/editions';
import { aLibraryTitle } from '../../../support/statuses.ts';
import { anyTitles } from '../../../support/shelves.ts';

const inItems = <Title>(titles: Title[]) => titles.map((title) => ({ title }));

test.each([
  ['Horizon Forbidden West™', 'HORIZON FORBIDDEN WEST'],
  ['God of War Ragnarök', 'God of War Ragnarok'],
  ['Bloom', 'Bloom (PS4)'],
  ['Bloom', 'Bloom PS4™ & PS5™'],
  ['Bloom: Night', 'Bloom – Night (PlayStation®4)'],
  ['Bloom', 'Bloom PS Vita'],
  ['PS4', 'PS4'],
  ['Bloom', 'Bloom Trophies'],
  ['Bloom', 'Bloom Trophy Set'],
  ['Bloom', 'Bloom: Game of the Year Edition'],
  ['Bloom', 'Bloom GOTY'],
  ['Bloom', 'Bloom – Digital Deluxe Edition'],
  ['Bloom', 'Bloom – The Complete Edition (PS4 & PS5) Trophies'],
  ['Bloom', 'Bloom: PlayStation®4 Edition'],
  ['Bloom', "Bloom Director's Cut"],
  ['Bloom II', 'BLOOM Ⅱ'],
  ['Bloom II', 'Bloom 2'],
  ['Ratchet & Clank', 'Ratchet and Clank'],
  ["O'Brien", 'OBrien'],
  ['Bloom', 'Bloom Trophy'],
  ['Bloom', 'Bloom – Trophy Pack (PS4/PS5)'],
  ['Bloom', 'Bloom Trophäen'],
  ['Bloom', 'Bloom トロフィー'],
  ['Bloom', 'Bloom(TM) Trophies\n'],
  ['Bloom', 'Bloom (EU)'],
  ['Bloom', 'Bloom [JP] Trophies'],
  ['Bloom', 'Bloom – Game of the Year'],
  ['Bloom', 'Bloom: Super Deluxe Edition'],
  ['Bloom', 'Bloom 20th Anniversary Edition'],
  ['Bloom', 'Bloom Deluxe'],
  ['Bloom', 'Bloom Cross-Gen Bundle'],
  ['Bloom', 'Bloom: The Night Rider Edition'],
  ['Bloom', 'Bloom - Next-Level Edition (PS4 & PS5)'],
  ['Bloom: Night', 'Bloom: Night – Game of the Year Edition'],
  ['Bloom: Night', 'Bloom: Night Special Edition'],
  ['Bloom 7', 'Bloom 7 25th Anniversary Digital Deluxe Edition'],
  ['Bloom', 'Bloom: PlayStation®Vita Edition'],
  ['Bloom', 'Bloom (Vita)'],
  ['Bloom', 'Bloom G.O.T.Y. Edition'],
  ['Bloom', 'Bloom TrophySet'],
  ['NieR:Automata', 'NieR: Automata™ Game of the YoRHa Edition'],
  ['FINAL FANTASY VII', 'ＦＩＮＡＬ　ＦＡＮＴＡＳＹ　Ⅶ'],
  ['Baldur’s Gate III', 'Baldurs Gate 3'],
  ['Spider-Man', 'Spiderman'],
  ['NBA 2K22', 'NBA2K22'],
])('%s and %s are one game', (one, other) => {
  expect(editionKey(one)).toBe(editionKey(other));
});

test.each([
  ['Bloom', 'Trophées de Bloom'],
  ['Bloom', 'Trofeos de Bloom'],
  ['Bloom', 'Conjunto de troféus de Bloom'],
  ['Bloom', 'Zestaw trofeów Bloom'],
  ['Bloom', 'Набор трофеев Bloom'],
  ['Bloom', 'Trophy Set for Bloom (PS4)'],
  ['Bloom', 'Bloom Trophäen-Set'],
  ['Bloom', 'Bloomの獎盃組'],
  ['Bloom', 'Bloom的獎盃組'],
  ['Bloom', 'Bloom 奖杯组'],
  ['Bloom', 'Bloom: トロフィーセット'],
  ['Bloom', 'Bloom – Digitale Deluxe-Edition'],
  ['Bloom', 'Bloom Jubiläumsedition'],
  ['Bloom', 'Bloom : Édition Deluxe'],
  ['Bloom', 'Bloom - Édition Complète Trophées'],
  ['Bloom', 'Bloom Edición Juego del Año'],
  ['Bloom', 'Bloom Edizione Speciale Definitiva'],
  ['Bloom', 'Bloom: Edição Ouro'],
  ['Bloom', 'Bloom (English/Chinese Ver.)'],
  ['Bloom', 'Bloom (English, Trad. Chinese and Korean Ver.)'],
  ['Bloom', 'Bloom (中英韩文版)'],
  ['Bloom 2', 'BLOOMⅡ'],
])('in other languages: %s and %s are one game', (one, other) => {
  expect(editionKey(one)).toBe(editionKey(other));
});

test.each([
  ['Okami', 'Okami HD'],
  ['Trofeos', 'Trofeos de'],
  ['Bloom', 'Bloom Édition'],
  ['無双', '無双の章'],
  ['トロフィー', '奖杯'],
  ['Bloom', 'Bloom (English)'],
  ['FIFA 22', 'FIFA 23'],
  ['PS4', 'PS5'],
  ['★', '★★'],
  ['Bloom', 'Bloom Remastered'],
  ['Bloom', 'Bloom II'],
  ['Mega Man X', 'Mega Man 10'],
  ['Deluxe Edition', 'Complete Edition'],
  ['Trophies', 'Trophy Set'],
  ['無双の章', '無双の書'],
  ['Bloom 1 + 2', 'Bloom 12'],
  ['Bloom', 'Bloom Asia'],
  ['Bloom', 'Bloom: Night'],
  ['Bloom', 'Bloom: Night – Complete Edition'],
  ['Bloom', 'Bloom Night Edition'],
  ['(EU)', '(JP)'],
  ['Bloom', 'Bloom Remake Trophies'],
  ['Trophy', 'Trophy Pack'],
])('%s and %s are two', (one, other) => {
  expect(editionKey(one)).not.toBe(editionKey(other));
});

test('a stack stands where its first edition stood, and the one that got furthest is on top', () => {
  const ps4 = aLibraryTitle({ npCommunicationId: 'A', name: 'Bloom', progress: 40 });
  const other = aLibraryTitle({ npCommunicationId: 'B', name: 'Okami' });
  const ps5 = aLibraryTitle({ npCommunicationId: 'C', name: 'Bloom™', progress: 90 });
  const vita = aLibraryTitle({ npCommunicationId: 'D', name: 'BLOOM', progress: 60 });

  expect(stacked(inItems([ps4, other, ps5, vita]))).toEqual([
    { title: ps5, others: [vita, ps4] },
    { title: other, others: [] },
  ]);
});

test('the other editions of a game, the furthest first, without those that the player hid', () => {
  const of = { name: 'Bloom', progress: 50 };
  const bloom = aLibraryTitle({ ...of, npCommunicationId: 'A' });
  const ps4 = aLibraryTitle({ ...of, npCommunicationId: 'B', name: 'Bloom (PS4)', progress: null });
  const asia = aLibraryTitle({ ...of, npCommunicationId: 'C', progress: 70 });
  const hidden = aLibraryTitle({ ...of, npCommunicationId: 'D', hide: true });
  const next = aLibraryTitle({ ...of, npCommunicationId: 'E', name: 'Bloom II' });
  const titles = [ps4, bloom, hidden, next, asia];
  expect(otherEditionsOf(bloom, titles)).toEqual([asia, ps4]);
  expect(otherEditionsOf(next, titles)).toEqual([]);
});

test('stacks lose no title, and each title has the best of its editions on top', () => {
  fc.assert(
    fc.property(anyTitles, (titles) => {
      const places = stacked(inItems(titles));
      const all = places.flatMap(({ title, others }) => [title, ...others]);
      expect(all).toHaveLength(titles.length);
      expect(new Set(all)).toEqual(new Set(titles));
      for (const { title, others } of places) {
        for (const under of others)
          expect(under.progress ?? -1).toBeLessThanOrEqual(title.progress ?? -1);
      }
    }),
  );
});

test('remembers keys, and says the same', () => {
  const keyOf = rememberedKeys();
  for (const name of ['Bloom (PS4)', 'Bloom II', 'Bloom (PS4)']) {
    expect(keyOf(name)).toBe(editionKey(name));
  }
});

test('a stack stands where what it shows stands, and was played when one of its editions was', () => {
  const bloom = { name: 'Bloom', npCommunicationId: 'A' };
  const ps5 = aLibraryTitle({ ...bloom, progress: 5, lastPlayedAt: 9 });
  const other = aLibraryTitle({
    name: 'Okami',
    npCommunicationId: 'B',
    progress: 50,
    lastPlayedAt: 7,
  });
  const ps4 = aLibraryTitle({ ...bloom, npCommunicationId: 'C', progress: 100, lastPlayedAt: 2 });
  const byProgress = inItems([ps5, other, ps4]);
  const byPlay = inItems([ps5, other, ps4]);
  expect(inOrderOf(byProgress, stacked(byProgress), false)).toEqual([
    { title: other, others: [] },
    { title: ps4, others: [ps5] },
  ]);
  expect(inOrderOf(byPlay, stacked(byPlay), true)).toEqual([
    { title: { ...ps4, lastPlayedAt: 9 }, others: [ps5] },
    { title: other, others: [] },
  ]);
});
