import { MADE_UP_GAMES } from '../../utils/made-up/made-up-games.ts';
import { coverOf, SIGNS, trophyPicture } from '../../utils/made-up/made-up-pictures.ts';
import { cover } from '../psn/pictures/cover.ts';
import { GLYPHS } from '../psn/pictures/trophy-glyphs.ts';

const METAL = {
  bronze: ['#e8a878', '#8a4f2a'],
  silver: ['#f2f5f8', '#8b97a5'],
  gold: ['#ffe9a0', '#c08a1e'],
  platinum: ['#f1fbff', '#7fb2d9'],
} as const;
type Metal = keyof typeof METAL;
const CROWN = 7;
/** Behind the signs, in turn. */
const WALLS = ['#24407c', '#2d6a78', '#5c3a6b', '#6b3a2d', '#2f5a3f'];

/** Every picture of the library that is made up, by its path: nothing in it is Sony's, or anybody else's. */
export function madeUpPictures(): Map<string, string> {
  const covers = MADE_UP_GAMES.map(({ name, platform }, index): [string, string] => [
    coverOf(index),
    cover({ seed: coverOf(index), name, isSquare: platform === 'PS5' }),
  ]);
  const signs = Array.from({ length: SIGNS }, (_, index) => index + 1);
  const others = (['bronze', 'silver', 'gold'] as const).flatMap((grade) =>
    signs.map((sign): [string, string] => [trophyPicture(sign, grade), drawn(sign, grade)]),
  );
  return new Map([
    ...covers,
    ...others,
    [trophyPicture(0, 'platinum'), drawn(0, 'platinum')] as [string, string],
  ]);
}

function drawn(sign: number, grade: Metal): string {
  const [light, dark] = METAL[grade];
  // The crown is the platinum's alone.
  const glyph = GLYPHS[sign === 0 ? CROWN : sign <= CROWN ? sign - 1 : sign] ?? GLYPHS[0];
  const wall = WALLS[sign % WALLS.length] ?? '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="-70 -70 140 140">` +
    `<defs><linearGradient id="metal" x2="0" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs>` +
    `<rect x="-70" y="-70" width="140" height="140" fill="${wall}"/><circle r="58" fill="#0b0e15" opacity=".55"/>` +
    `<path d="${glyph}" transform="scale(.8)" fill="url(#metal)" fill-rule="evenodd"/></svg>`
  );
}
