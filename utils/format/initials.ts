import { perLocale } from './per-locale';

const segmenters = perLocale((locale) => new Intl.Segmenter(locale, { granularity: 'grapheme' }));

/** Up to two letters that stand for a game while its cover is not there. */
export function initialsOf(name: string, locale: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const segmenter = segmenters(locale);
  return words
    .slice(0, 2)
    .map((word) => firstGrapheme(segmenter, word).toLocaleUpperCase(locale))
    .join('');
}

/** A hue between 0 and 359 that belongs to a name: the same name always has the same colour. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hash;
}

function firstGrapheme(segmenter: Intl.Segmenter, word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}
