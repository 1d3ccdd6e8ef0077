import { mix } from './palettes.ts';
import type { Scene } from './scene.ts';
import { circle, glowingDisc, polygon, range, rectangle, stars } from './scene.ts';

/** A ringed planet among stars. */
export function planet(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const x = width * range(random, 0.4, 0.6);
  const y = height * 0.44;
  const size = height * 0.25;
  const ring = (part: string): string =>
    `<path d="M${x - size * 1.8} ${y}A${size * 1.8} ${size * 0.5} 0 0 ${part} ${x + size * 1.8} ${y}" fill="none" stroke="${palette.accent}" stroke-width="${size * 0.14}"/>`;
  const bands = [-0.5, -0.1, 0.35].map(
    (place) =>
      `<ellipse cx="${x}" cy="${y + place * size}" rx="${size * Math.sqrt(1 - place * place)}" ry="${size * 0.09}" fill="${palette.light}" opacity=".3"/>`,
  );
  return (
    rectangle(0, 0, width, height, palette.near, 0.55) +
    stars(scene, 90, 1) +
    `<g transform="rotate(-16 ${x} ${y})">${ring('1')}` +
    circle(x, y, size, mix(palette.bottom, palette.far, 0.3)) +
    bands.join('') +
    circle(x + size * 0.28, y + size * 0.12, size * 0.94, palette.near, 0.3) +
    `${ring('0')}</g>` +
    circle(width * 0.16, height * 0.2, size * 0.22, palette.light)
  );
}

/** A grid that runs to a striped sun. */
export function grid(scene: Scene): string {
  const { width, height, palette } = scene;
  const horizon = height * 0.6;
  const lines = Array.from({ length: 17 }, (_, index) => {
    const x = width / 2 + (index - 8) * width * 0.26;
    return `<path d="M${width / 2 + (index - 8) * width * 0.05} ${horizon}L${x} ${height}" stroke="${palette.accent}" stroke-width="1.5" opacity=".8"/>`;
  });
  const rows = [0.02, 0.07, 0.15, 0.27, 0.45, 0.7].map((share) =>
    rectangle(0, horizon + (height - horizon) * share, width, 1.5, palette.accent, 0.8),
  );
  const stripes = [0, 1, 2, 3, 4].map((index) =>
    rectangle(
      0,
      horizon - height * (0.03 + index * 0.055),
      width,
      height * (0.018 - index * 0.0025),
      mix(palette.top, palette.bottom, 0.55),
    ),
  );
  return (
    stars(scene, 50, 0.5) +
    circle(width / 2, horizon - height * 0.1, height * 0.27, palette.light) +
    stripes.join('') +
    rectangle(0, horizon, width, height - horizon, palette.near) +
    lines.join('') +
    rows.join('')
  );
}

/** Splinters of light from one point. */
export function shards(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const reach = Math.hypot(width, height) * 0.75;
  const colours = [palette.far, palette.near, palette.accent, palette.bottom, palette.light];
  const pieces = Array.from({ length: 15 }, (_, index) => {
    const angle = ((index + random() * 0.7) / 15) * Math.PI * 2;
    const wide = range(random, 0.1, 0.26);
    const far = reach * range(random, 0.5, 1);
    const at = (turn: number, radius: number): [number, number] => [
      width / 2 + Math.cos(turn) * radius,
      height * 0.44 + Math.sin(turn) * radius,
    ];
    const fill = colours[index % colours.length] ?? palette.far;
    return polygon(
      [at(angle, height * 0.07), at(angle - wide, far), at(angle + wide, far)],
      fill,
      0.82,
    );
  });
  return pieces.join('') + glowingDisc(scene, width / 2, height * 0.44, height * 0.09);
}

/** A sign of circles, squares and points. */
export function sigil(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const x = width / 2;
  const y = height * 0.42;
  const size = height * 0.32;
  const points = 5 + Math.floor(random() * 4);
  const rays = Array.from({ length: points * 2 }, (_, index): [number, number] => {
    const radius = index % 2 === 0 ? size * 0.78 : size * 0.3;
    const angle = (index / (points * 2)) * Math.PI * 2 - Math.PI / 2;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
  });
  const ring = (radius: number, wide: number, dashes: string): string =>
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${palette.light}" stroke-width="${wide}" stroke-dasharray="${dashes}" opacity=".85"/>`;
  return (
    rectangle(0, 0, width, height, palette.near, 0.45) +
    stars(scene, 30, 1) +
    circle(x, y, size * 1.35, palette.far, 0.55) +
    ring(size * 1.12, size * 0.03, 'none') +
    ring(size, size * 0.09, `${size * 0.04} ${size * 0.11}`) +
    polygon(rays, palette.accent) +
    circle(x, y, size * 0.2, palette.near) +
    circle(x, y, size * 0.1, palette.light)
  );
}
