import type { Grade } from '../formulas.ts';
import { hashOf } from '../random.ts';
import { backdrop, paletteOf, svg } from './cover.ts';
import { GLYPHS } from './trophy-glyphs.ts';

const METAL: Record<Grade, readonly [string, string]> = {
  bronze: ['#e8a878', '#8a4f2a'],
  silver: ['#f2f5f8', '#8b97a5'],
  gold: ['#ffe9a0', '#c08a1e'],
  platinum: ['#f1fbff', '#7fb2d9'],
};

export interface TrophyIconSubject {
  seed: string;
  game: string;
  trophyId: number;
  grade: Grade;
  size: number;
}

/** One trophy's picture: a sign in the grade's metal on a badge, before the game's own scene. */
export function trophyIcon({ seed, game, trophyId, grade, size }: TrophyIconSubject): string {
  const palette = paletteOf(seed);
  const [light, dark] = METAL[grade];
  const hash = hashOf(`${seed}/${trophyId}`);
  const glyph =
    grade === 'platinum' ? GLYPHS[7] : (GLYPHS[glyphNumber(seed, trophyId)] ?? GLYPHS[0]);
  const turn = (hash >>> 8) % 90;
  const tint = [palette.far, palette.near, palette.accent][(hash >>> 4) % 3] ?? palette.far;
  const metal = `<linearGradient id="metal" x2="0" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient>`;
  const content =
    `<defs>${metal}</defs>${backdrop(`${seed}/${trophyId % 7}`, game, size, size, seed)}` +
    `<rect width="${size}" height="${size}" fill="${tint}" opacity=".45"/>` +
    `<g transform="translate(${size / 2} ${size / 2}) scale(${size / 140})">` +
    `<g transform="rotate(${turn})">${badge((hash >>> 12) % 3, palette.near)}</g>` +
    `<path d="${glyph}" transform="scale(.66)" fill="url(#metal)" fill-rule="evenodd" stroke="#0006" stroke-width="1.5"/></g>` +
    `<rect x="3" y="3" width="${size - 6}" height="${size - 6}" rx="6" fill="none" stroke="url(#metal)" stroke-width="6"/>`;
  return svg(size, size, seed, content);
}

/** Every sign in turn, in an order of the game's own, so that no two neighbours look alike. */
function glyphNumber(seed: string, trophyId: number): number {
  const offset = hashOf(`${seed}/signs`);
  const step = [3, 5, 7, 9, 11][offset % 5] ?? 3;
  return (offset + trophyId * step) % GLYPHS.length;
}

function badge(kind: number, fill: string): string {
  if (kind === 0) return `<circle r="50" fill="${fill}" opacity=".86"/>`;
  if (kind === 1)
    return `<rect x="-42" y="-42" width="84" height="84" rx="12" fill="${fill}" opacity=".86"/>`;
  return `<path d="M0-54 47-27V27L0 54-47 27V-27Z" fill="${fill}" opacity=".86"/>`;
}
