import { mix } from './palettes.ts';
import type { Scene } from './scene.ts';
import { circle, glowingDisc, polygon, range, rectangle, ridge, stars } from './scene.ts';

/** A sun in the sea, and a small sail. */
export function sea(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const horizon = height * 0.62;
  const x = width * range(random, 0.35, 0.65);
  const glitter = Array.from({ length: 9 }, (_, index) => {
    const wide = height * (0.34 - index * 0.025) * range(random, 0.6, 1);
    return rectangle(
      x - wide / 2,
      horizon + height * (0.02 + index * 0.035),
      wide,
      height * 0.01,
      palette.light,
      0.6,
    );
  });
  const boat = x + width * range(random, 0.12, 0.26);
  return (
    glowingDisc(scene, x, horizon, height * 0.2) +
    rectangle(0, horizon, width, height - horizon, mix(palette.far, palette.near, 0.35)) +
    glitter.join('') +
    polygon(
      [
        [boat, horizon - height * 0.16],
        [boat, horizon + 2],
        [boat - height * 0.08, horizon + 2],
      ],
      palette.near,
    ) +
    polygon(
      [
        [boat + 2, horizon - height * 0.12],
        [boat + 2, horizon + 2],
        [boat + height * 0.06, horizon + 2],
      ],
      palette.accent,
    ) +
    ridge(scene, 0.95, 0.03, 9, palette.near, true)
  );
}

/** A lighthouse and its beam. */
export function lighthouse(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const x = width * range(random, 0.28, 0.42);
  const lamp = height * 0.3;
  const tower = height * 0.05;
  return (
    stars(scene, 34, 0.6) +
    polygon(
      [
        [x, lamp],
        [width, lamp - height * 0.2],
        [width, lamp + height * 0.16],
      ],
      palette.light,
      0.35,
    ) +
    polygon(
      [
        [x, lamp],
        [0, lamp + height * 0.02],
        [0, lamp + height * 0.22],
      ],
      palette.light,
      0.2,
    ) +
    rectangle(0, height * 0.74, width, height * 0.26, mix(palette.far, palette.near, 0.2)) +
    polygon(
      [
        [x - tower * 0.7, lamp + tower],
        [x + tower * 0.7, lamp + tower],
        [x + tower * 1.25, height * 0.8],
        [x - tower * 1.25, height * 0.8],
      ],
      '#f4efe6',
    ) +
    [0.44, 0.6]
      .map((level) =>
        rectangle(x - tower * 1.05, height * level, tower * 2.1, height * 0.06, palette.accent),
      )
      .join('') +
    rectangle(x - tower * 0.8, lamp - tower * 0.6, tower * 1.6, tower * 1.6, palette.near) +
    circle(x, lamp, tower * 0.55, palette.light) +
    polygon(
      [
        [x - tower, lamp - tower * 0.6],
        [x, lamp - tower * 1.8],
        [x + tower, lamp - tower * 0.6],
      ],
      palette.accent,
    ) +
    ridge(scene, 0.84, 0.07, 8, palette.near)
  );
}

/** Islands that hang in the air. */
export function islands(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const island = (x: number, y: number, size: number, shade: number): string => {
    const stone = mix(palette.far, palette.near, shade);
    const half = size / 2;
    return (
      polygon(
        [
          [x - half, y],
          [x + half, y],
          [x + half * 0.35, y + size * 0.3],
          [x + half * 0.1, y + size * 0.62],
          [x - half * 0.4, y + size * 0.26],
        ],
        stone,
      ) +
      `<ellipse cx="${x}" cy="${y}" rx="${half}" ry="${size * 0.09}" fill="${palette.accent}"/>` +
      polygon(
        [
          [x - half * 0.35, y],
          [x - half * 0.15, y - size * 0.34],
          [x + half * 0.05, y],
        ],
        palette.near,
      ) +
      polygon(
        [
          [x - half * 0.05, y],
          [x + half * 0.12, y - size * 0.24],
          [x + half * 0.3, y],
        ],
        palette.near,
      )
    );
  };
  return (
    glowingDisc(scene, width * 0.75, height * 0.25, height * 0.1) +
    clouds(scene, 5) +
    island(width * 0.22, height * 0.36, height * 0.24, 0.2) +
    island(width * 0.8, height * 0.52, height * 0.3, 0.4) +
    island(width * range(random, 0.42, 0.56), height * 0.48, height * 0.5, 0.7)
  );
}

/** A balloon over the clouds. */
export function airship(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const x = width * range(random, 0.4, 0.6);
  const y = height * 0.34;
  const size = height * 0.2;
  const stripe = [-0.55, 0, 0.55].map(
    (place) =>
      `<ellipse cx="${x + place * size * 0.8}" cy="${y}" rx="${size * 0.16}" ry="${size * 0.93}" fill="${palette.light}" opacity=".75"/>`,
  );
  return (
    glowingDisc(scene, width * 0.2, height * 0.24, height * 0.08) +
    clouds(scene, 5) +
    circle(x, y, size, palette.accent) +
    stripe.join('') +
    polygon(
      [
        [x - size * 0.6, y + size * 0.8],
        [x + size * 0.6, y + size * 0.8],
        [x + size * 0.2, y + size * 1.5],
        [x - size * 0.2, y + size * 1.5],
      ],
      palette.near,
      0.35,
    ) +
    rectangle(x - size * 0.22, y + size * 1.45, size * 0.44, size * 0.32, palette.near) +
    ridge(scene, 0.8, 0.09, 8, palette.far, true) +
    ridge(scene, 0.92, 0.05, 6, palette.near, true)
  );
}

function clouds(scene: Scene, count: number): string {
  const { width, height, palette, random } = scene;
  return Array.from({ length: count }, () => {
    const x = random() * width;
    const y = height * range(random, 0.15, 0.75);
    const size = height * range(random, 0.05, 0.1);
    return [-1.2, -0.4, 0.5, 1.3]
      .map((place) =>
        circle(x + place * size, y + Math.abs(place) * size * 0.3, size, palette.light, 0.28),
      )
      .join('');
  }).join('');
}
