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

/** As the browser has them: a canvas knows nothing of `light-dark()`. */
export function pictureTheme(scheme: PictureScheme): PictureTheme {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.colorScheme = scheme;
  document.body.append(probe);
  const colours = Object.fromEntries(
    NAMES.map((name) => {
      probe.style.color = `var(--${name})`;
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
