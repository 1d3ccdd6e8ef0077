import THEME from '../basics/theme.css?raw';

/** The colours of the theme that a picture is drawn in. */
const NAMES = [
  ...(['ground', 'surface', 'raised', 'line', 'edge', 'ink', 'ink-quiet', 'accent'] as const),
  ...(['board', 'bronze', 'silver', 'gold', 'platinum'] as const),
];

export type PictureColour = (typeof NAMES)[number];
export type PictureScheme = 'dark' | 'light';
export interface PictureTheme {
  scheme: PictureScheme;
  colours: Record<PictureColour, string>;
}

/**
 * As the theme says them: a canvas knows nothing of `light-dark()`, and the build makes of that the colours of the
 * page's own scheme, so that no element has the others.
 */
export function pictureTheme(scheme: PictureScheme): PictureTheme {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const colours = Object.fromEntries(
    NAMES.map((name) => {
      const said = new RegExp(`--${name}: light-dark\\((.+), (.+)\\);`).exec(THEME);
      probe.style.color = said?.[scheme === 'light' ? 1 : 2] ?? `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Record<PictureColour, string>;
  probe.remove();
  return { scheme, colours };
}

/** How this page looks now. */
export function schemeHere(): PictureScheme {
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}
