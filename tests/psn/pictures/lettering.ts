import { escaped } from '../site-page.ts';
import type { Scene } from './scene.ts';
import { round } from './scene.ts';

const FACES = [
  'font-family="Georgia,\'DejaVu Serif\',serif" font-weight="700"',
  'font-family="\'Trebuchet MS\',\'DejaVu Sans\',sans-serif" font-weight="800"',
  'font-family="\'DejaVu Sans Condensed\',\'Arial Narrow\',sans-serif" font-weight="700"',
  'font-family="\'Liberation Serif\',\'Times New Roman\',serif" font-style="italic" font-weight="700"',
] as const;

/** The game's name as a logo: one or two lines near the bottom, initials where the name is too long. */
export function lettering(scene: Scene, name: string): string {
  const { width, height, palette, random } = scene;
  const lines = logoLines(name);
  const face = FACES[Math.floor(random() * FACES.length)] ?? FACES[0];
  const longest = Math.max(...lines.map(widthOf));
  const size = Math.min(
    height * (lines.length > 1 ? 0.15 : 0.17),
    (width * 0.9) / (longest * 0.78),
  );
  const shade = `<rect y="${round(height * 0.5)}" width="${width}" height="${round(height * 0.5)}" fill="url(#shade)"/>`;
  const words = lines.map((line, index) => {
    const y = round(height * 0.93 - (lines.length - 1 - index) * size * 1.08);
    const text = escaped(line);
    const place = `x="${width / 2}" y="${y}" text-anchor="middle" font-size="${round(size)}" ${face}`;
    return (
      `<text ${place} fill="none" stroke="${palette.near}" stroke-width="${round(size * 0.2)}" stroke-linejoin="round" opacity=".75">${text}</text>` +
      `<text ${place} fill="${index === 0 ? '#ffffff' : palette.light}">${text}</text>`
    );
  });
  return shade + words.join('');
}

/** Ideographs and capitals take more room. */
function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (character > '\u2e80' ? 1.6 : 1), 0);
}

function logoLines(name: string): string[] {
  const main = (name.split(/[:：～]/)[0] ?? name).replace(/[™®]/g, '').trim();
  if (main.length > 30 || main === '') return [initialsOf(name)];
  const words = main.toUpperCase().split(/\s+/);
  if (main.length <= 11 || words.length === 1) return [words.join(' ')];
  return inTwoLines(words);
}

/** Broken where the longer line is shortest. */
function inTwoLines(words: readonly string[]): string[] {
  const breaks = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const longest = (lines: readonly string[]): number => Math.max(...lines.map(widthOf));
  return breaks.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return words
    .slice(0, 3)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
