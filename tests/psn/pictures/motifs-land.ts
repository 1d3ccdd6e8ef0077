import { mix } from './palettes.ts';
import type { Scene } from './scene.ts';
import { glowingDisc, polygon, range, rectangle, ridge, stars } from './scene.ts';

/** Ridge behind ridge under a low sun. */
export function mountains(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const shades = [0.15, 0.4, 0.7, 1].map((part) => mix(palette.far, palette.near, part));
  return (
    glowingDisc(scene, width * range(random, 0.25, 0.75), height * 0.4, height * 0.12) +
    shades
      .map((shade, index) =>
        ridge(scene, 0.52 + index * 0.13, 0.2 - index * 0.035, 7 + index * 2, shade),
      )
      .join('')
  );
}

/** Pines in the mist. */
export function forest(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const rows = [0, 1, 2].map((row) => {
    const fill = mix(palette.far, palette.near, 0.2 + row * 0.4);
    const ground = 0.66 + row * 0.15;
    const trees = Array.from({ length: 13 }, () => {
      const x = random() * width;
      const tall = height * range(random, 0.2, 0.42);
      const bottom = height * (ground + 0.04);
      return [0, 0.28, 0.52]
        .map((step) =>
          polygon(
            [
              [x, bottom - tall * (1 - step * 0.6)],
              [x - tall * (0.12 + step * 0.2), bottom - tall * (0.62 - step)],
              [x + tall * (0.12 + step * 0.2), bottom - tall * (0.62 - step)],
            ],
            fill,
          ),
        )
        .join('');
    });
    return trees.join('') + ridge(scene, ground + 0.05, 0.02, 6, fill, true);
  });
  return glowingDisc(scene, width * 0.5, height * 0.32, height * 0.1) + rows.join('');
}

/** Dunes and a lonely stone. */
export function dunes(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const x = width * range(random, 0.3, 0.7);
  const stone = polygon(
    [
      [x - height * 0.035, height * 0.72],
      [x - height * 0.025, height * 0.36],
      [x, height * 0.31],
      [x + height * 0.025, height * 0.36],
      [x + height * 0.035, height * 0.72],
    ],
    palette.near,
  );
  return (
    glowingDisc(scene, x + width * 0.16, height * 0.3, height * 0.13) +
    ridge(scene, 0.6, 0.08, 4, mix(palette.far, palette.bottom, 0.4), true) +
    stone +
    ridge(scene, 0.7, 0.07, 3, palette.far, true) +
    ridge(scene, 0.84, 0.08, 3, palette.near, true)
  );
}

/** Towers on a hill at night. */
export function castle(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const towers = [-2, -1, 0, 1, 2].map((place) => {
    const x = width / 2 + place * height * 0.14;
    const half = height * range(random, 0.035, 0.06);
    const top = height * (0.3 + Math.abs(place) * 0.1 + random() * 0.06);
    return (
      rectangle(x - half, top, half * 2, height - top, palette.near) +
      polygon(
        [
          [x - half * 1.4, top],
          [x, top - half * 3],
          [x + half * 1.4, top],
        ],
        palette.near,
      ) +
      rectangle(x - half * 0.25, top + half, half * 0.5, half, palette.accent)
    );
  });
  return (
    stars(scene, 40, 0.6) +
    glowingDisc(scene, width * 0.62, height * 0.34, height * 0.16) +
    ridge(scene, 0.68, 0.1, 6, palette.far) +
    towers.join('') +
    ridge(scene, 0.78, 0.06, 5, palette.near, true)
  );
}

/** A skyline with lit windows. */
export function city(scene: Scene): string {
  const { width, height, palette, random } = scene;
  const row = (level: number, fill: string, isLit: boolean): string => {
    let markup = '';
    for (let x = 0; x < width;) {
      const wide = height * range(random, 0.07, 0.15);
      const top = height * (level + range(random, -0.2, 0.12));
      markup += rectangle(x, top, wide + 1, height - top, fill);
      if (isLit) markup += windows(scene, x, top, wide);
      x += wide;
    }
    return markup;
  };
  return (
    stars(scene, 26, 0.5) +
    glowingDisc(scene, width * range(random, 0.2, 0.8), height * 0.26, height * 0.09) +
    row(0.5, mix(palette.far, palette.bottom, 0.35), false) +
    row(0.62, palette.far, false) +
    row(0.74, palette.near, true)
  );
}

function windows(scene: Scene, x: number, top: number, wide: number): string {
  const size = scene.height * 0.014;
  let markup = '';
  for (let row = 1; row < 9; row++) {
    for (let column = 1; column <= 3; column++) {
      if (scene.random() < 0.45) continue;
      const left = x + (wide * column) / 4 - size / 2;
      markup += rectangle(
        left,
        top + row * size * 2.6,
        size,
        size * 1.4,
        scene.palette.accent,
        0.85,
      );
    }
  }
  return markup;
}
