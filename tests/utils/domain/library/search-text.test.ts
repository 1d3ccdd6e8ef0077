import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { folded, searchFor, searchText } from '@/utils/domain/library/search-text';

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
  ['nba2k22', 'NBA 2K22'],
  ['2k22', 'NBA 2K22'],
  ['22', 'NBA 2K22'],
  ['godofwar', 'God of War'],
  ['spider-', 'Spider Man'],
  ['ratchet and clank', 'Ratchet & Clank™'],
  ['ratchet & clank', 'Ratchet and Clank'],
  ['morkredd', 'Mørkredd'],
  ['ｎｂａ２ｋ２２', 'NBA 2K22'],
  ['pokemon', 'Pokémon®™'],
  ['assassins creed 2', "Assassin's Creed(R) II"],
  ['stalker 2', 'S.T.A.L.K.E.R. 2: Heart of Chornobyl'],
  ['ratchet&clank', 'Ratchet & Clank™'],
])('%s finds %s', (typed, name) => {
  expect(finds(typed, name)).toBe(true);
});

test.each([
  ['dark souls 2', 'DARK SOULS™ Ⅱ'],
  ['dark souls 2', 'DARK SOULSⅡ'],
  ['darksouls2', 'DARK SOULSⅡ'],
  ['dark soulsⅱ', 'Dark Souls 2'],
  ['souls ii scholar', 'SOULSⅡSCHOLAR'],
  ['dark souls 2', 'Dark Souls II'],
  ['dark souls ii', 'Dark Souls 2'],
  ['darksouls2', 'Dark Souls II'],
  ['final fantasy 10', 'FINAL FANTASY X'],
  ['xiii', 'Final Fantasy 13'],
  ['ff7', 'FINAL FANTASY VII'],
  ['ff7', 'Final Fantasy VII Remake'],
  ['ffvii', 'Final Fantasy 7'],
  ['gta 5', 'Grand Theft Auto V'],
  ['gta5', 'Grand Theft Auto V'],
  ['gtav', 'Grand Theft Auto V'],
  ['cod mw2', 'Call of Duty®: Modern Warfare® II'],
  ['tlou 2', 'The Last of Us™ Part II'],
  ['ff vii', 'FINAL FANTASY VII REMAKE'],
  ['final fantasy 15', 'ＦＩＮＡＬ　ＦＡＮＴＡＳＹ　ＸＶ'],
  ['ドラゴンクエスト11', 'ドラゴンクエストＸＩ　過ぎ去りし時を求めて'],
  ['metal gear solid 5 phantom', 'METAL GEAR SOLID V: THE PHANTOM PAIN'],
  ['baldurs gate iii', 'Baldur’s Gate 3'],
  ['baldurs gate 3', 'Baldur’s Gate III'],
  ['residentevil4', 'Resident Evil 4'],
  ['resident evil four', 'Resident Evil 4'],
  ['dark souls two', 'DARK SOULS™ II'],
  ['it takes 2', 'It Takes Two'],
  ['r6 siege', 'Tom Clancy’s Rainbow Six® Siege'],
  ['black ops 4', 'Call of Duty®: Black Ops IIII'],
  ['lbp3', 'LittleBigPlanet™ 3'],
  ['sc6', 'SoulCalibur VI'],
])('by numbers and initials %s finds %s', (typed, name) => {
  expect(finds(typed, name)).toBe(true);
});

test.each([
  ['god of war 2018', 'God of War'],
  ['doom 2016', 'DOOM'],
  ['fifa 2018', 'FIFA 18'],
  ['f1 2021', 'F1® 2021'],
  ['2018 god of war', 'God of War'],
  ['god of war (2018)', 'God of War'],
  ['doom2016', 'DOOM'],
  ['fifa2018', 'FIFA 18'],
])('a year beside other words: %s finds %s', (typed, name) => {
  expect(finds(typed, name)).toBe(true);
});

test.each([
  ["o'brien", 'O’Brien'],
  ['obrien', "O'Brien"],
  ["o'brien", 'OBrien'],
  ['o brien', "O'Brien"],
  ['assassins creed', "Assassin's Creed"],
  ["assassin's creed", 'Assassins Creed'],
])('with or without its apostrophe %s finds %s', (typed, name) => {
  expect(finds(typed, name)).toBe(true);
});

test.each([
  ['astra', 'Astro Bot'],
  ['war gods', 'God of War'],
  ['かんばれ', 'がんばれゴエモン'],
  ['★', 'Astro Bot'],
  ['<b>', 'Astro Bot'],
  ['dof', 'God of War'],
  ['final fantasy 5', 'Final Fantasy XV'],
  ['final fantasy 7', 'Final Fantasy XVII'],
  ['ff7', 'Final Fantasy VIII'],
  ['god of war 2018', 'God of War III'],
  ['god of war 2018', 'Ghost of Tsushima'],
  ['fifa 2018', 'FIFA 19'],
  ['2018', 'God of War'],
  ['(2018)', 'God of War'],
  ['doom2016', 'DOOM 3'],
  ['two', 'FIFA 22'],
  ['it takes 2', 'It Takes Three'],
  ['ff7', 'Tetris Effect 7'],
  ['nba2k22', 'NBA 2K21'],
  ['dark souls 2', 'Dark Souls III'],
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

test('a plain name is folded as every other is', () => {
  const letters = fc.constantFrom(...'aZ09_ .,:!?#+-&()\'`"/tmrc');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (name) => {
      expect(folded(name)).toBe(folded(`${name}a\u0301`).slice(0, -1).trimEnd());
    }),
  );
});

test('a key folds what was typed and no name, and looks into each name a few times', () => {
  const kinds = ['God of War Ragnarök', 'NBA 2K22', 'FINAL FANTASY VII: Remake', 'Spider-Man'];
  const texts = kinds.map((kind, at) => searchText(`${kind} ${at}`));
  let looks = 0;
  const watched = texts.map((text) => ({
    get written() {
      looks += 1;
      return text.written;
    },
    get glued() {
      looks += 1;
      return text.glued;
    },
    starts: Object.assign([...text.starts], {
      includes(start: number) {
        looks += 1;
        return text.starts.includes(start);
      },
    }),
  }));
  const folds = vi.spyOn(String.prototype, 'normalize');
  for (const typed of ['g', 'go', 'god of', 'ff7', 'nba2k22', 'spider-man', 'nothing']) {
    looks = 0;
    folds.mockClear();
    // With an accent, since nothing but the case goes of what is plain.
    watched.filter(searchFor(`${typed}\u0301`));
    expect(folds.mock.calls).toStrictEqual([['NFKD'], ['NFC']]);
    expect(looks, typed).toBeLessThan(6 * watched.length);
  }
  folds.mockRestore();
});
