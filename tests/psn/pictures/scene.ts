import type { Random } from '../random.ts';
import type { Palette } from './palettes.ts';

/** What a motif draws on. */
export interface Scene {
  width: number;
  height: number;
  palette: Palette;
  random: Random;
}

/** A motif answers markup. */
export type Motif = (scene: Scene) => string;

type Point = readonly [x: number, y: number];

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function polygon(points: readonly Point[], fill: string, opacity = 1): string {
  const list = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polygon points="${list}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

export function circle(x: number, y: number, radius: number, fill: string, opacity = 1): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  opacity = 1,
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

/** A number from `low` to `high`. */
export function range(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** A sun or moon with its glow. */
export function glowingDisc(scene: Scene, x: number, y: number, radius: number): string {
  const { light } = scene.palette;
  return [
    circle(x, y, radius * 2.2, light, 0.12),
    circle(x, y, radius * 1.5, light, 0.18),
    circle(x, y, radius, light),
  ].join('');
}

export function stars(scene: Scene, count: number, downTo: number): string {
  return Array.from({ length: count }, () =>
    circle(
      scene.random() * scene.width,
      scene.random() * scene.height * downTo,
      range(scene.random, 0.4, 1.5) * (scene.height / 240),
      scene.palette.light,
      0.8,
    ),
  ).join('');
}

/** Land from side to side: its crest wanders around `level` (a share of the height); jagged or smooth. */
export function ridge(
  scene: Scene,
  level: number,
  roughness: number,
  steps: number,
  fill: string,
  isSmooth = false,
): string {
  const { width, height, random } = scene;
  const points = Array.from({ length: steps + 1 }, (_, index): Point => {
    const lift = (index % 2 === 0 ? 0.4 : -1) * roughness * range(random, 0.4, 1);
    return [(index / steps) * width, (level + lift) * height];
  });
  if (!isSmooth) return polygon([[0, height], ...points, [width, height]], fill);
  return `<path d="M0 ${height}${smoothThrough(points)}L${width} ${height}Z" fill="${fill}"/>`;
}

/** A curve whose bends lie at the points. */
function smoothThrough(points: readonly Point[]): string {
  const [first = [0, 0]] = points;
  let path = `L${round(first[0])} ${round(first[1])}`;
  points.slice(1).forEach(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? first;
    const middle = round((fromX + x) / 2);
    path += `C${middle} ${round(fromY)} ${middle} ${round(y)} ${round(x)} ${round(y)}`;
  });
  return path;
}
