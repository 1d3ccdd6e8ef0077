import { hashOf, randomFrom } from '../random.ts';
import { lettering } from './lettering.ts';
import { grid, planet, shards, sigil } from './motifs-abstract.ts';
import { castle, city, dunes, forest, mountains } from './motifs-land.ts';
import { airship, islands, lighthouse, sea } from './motifs-sea.ts';
import type { Palette } from './palettes.ts';
import { PALETTES } from './palettes.ts';
import type { Motif, Scene } from './scene.ts';

const MOTIFS: readonly [Motif, ...Motif[]] = [
  mountains,
  sea,
  city,
  planet,
  forest,
  dunes,
  lighthouse,
  shards,
  grid,
  castle,
  islands,
  sigil,
  airship,
];

export interface CoverSubject {
  /** Chooses palette and motif; the same for every shape of one game's cover. */
  seed: string;
  name: string;
  isSquare: boolean;
}

export function paletteOf(seed: string): Palette {
  return PALETTES[hashOf(`${seed}/palette`) % PALETTES.length] ?? PALETTES[0];
}

/** Words in a name that ask for a motif, so that a lighthouse game shows a lighthouse. */
const HINTS: readonly [RegExp, Motif][] = [
  [/lighthouse|lantern|signal|灯台/i, lighthouse],
  [/tides|ferry|voyage|harbour|monsoon|delta/i, sea],
  [/isles|crossing/i, islands],
  [/summit|meridian|expedition|quarry/i, mountains],
  [/circuit|zero/i, grid],
  [/zeppelin|courier|post|aviary/i, airship],
  [/spire|watch|bastion/i, castle],
  [/orchard|garden|thistle|bramble/i, forest],
  [/caravan|pilgrim|drift/i, dunes],
  [/observatory|orbit|星|outpost/i, planet],
  [/station|railway|junction|theatre/i, city],
];

function motifOf(seed: string, name: string): Motif {
  const hinted = HINTS.find(([words]) => words.test(name));
  if (hinted !== undefined) return hinted[1];
  return MOTIFS[hashOf(`${seed}/motif`) % MOTIFS.length] ?? MOTIFS[0];
}

/** The scene of a game's cover, without its name: trophies of the same game stand before it, too. */
export function backdrop(
  seed: string,
  name: string,
  width: number,
  height: number,
  paletteSeed = seed,
): string {
  const scene = sceneOf(seed, width, height, paletteSeed);
  return sky(scene) + motifOf(seed, name)(scene);
}

/** A cover as a game might have it: 320×176 for older consoles' sets, 512×512 for newer ones. */
export function cover({ seed, name, isSquare }: CoverSubject): string {
  const [width, height] = isSquare ? [512, 512] : [320, 176];
  const logo = lettering(sceneOf(`${seed}/logo`, width, height, seed), name);
  return svg(width, height, seed, backdrop(seed, name, width, height) + logo);
}

function sceneOf(seed: string, width: number, height: number, paletteSeed = seed): Scene {
  return { width, height, palette: paletteOf(paletteSeed), random: randomFrom(`${seed}/scene`) };
}

function sky({ width, height }: Scene): string {
  return `<rect width="${width}" height="${height}" fill="url(#sky)"/>`;
}

/** A picture with the two gradients that every scene uses. */
export function svg(width: number, height: number, seed: string, content: string): string {
  const { top, bottom, near } = paletteOf(seed);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset=".75" stop-color="${bottom}"/></linearGradient>` +
    `<linearGradient id="shade" x2="0" y2="1"><stop stop-color="${near}" stop-opacity="0"/><stop offset="1" stop-color="${near}" stop-opacity=".92"/></linearGradient></defs>` +
    `${content}</svg>`
  );
}
