import { afterEach, expect, test } from 'vitest';
import { pictureTheme, type PictureScheme } from '@/components/year/picture-theme';
import '@/components/basics/theme.css';

const root = document.documentElement;

afterEach(() => root.removeAttribute('style'));

test.each<[PictureScheme, ground: string, ink: string]>([
  ['light', 'rgb(244, 242, 238)', 'rgb(25, 28, 36)'],
  ['dark', 'rgb(11, 14, 21)', 'rgb(238, 241, 247)'],
])('a %s picture has the colours of that scheme, however the page looks', (scheme, ground, ink) => {
  const { colours } = pictureTheme(scheme);
  expect(colours).toMatchObject({ ground, ink });
  // The build leaves an element with the page's own colours alone.
  for (const name of Object.keys(colours)) root.style.setProperty(`--${name}`, '#808080');
  expect(pictureTheme(scheme).colours).toStrictEqual(colours);
});
