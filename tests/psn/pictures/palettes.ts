/** The colours of one game: a sky from top to bottom, a light in it, land far and near, and one accent. */
export interface Palette {
  top: string;
  bottom: string;
  light: string;
  far: string;
  near: string;
  accent: string;
}

function palette(colours: string): Palette {
  const [top = '', bottom = '', light = '', far = '', near = '', accent = ''] = colours.split(' ');
  return { top, bottom, light, far, near, accent };
}

export const PALETTES: readonly [Palette, ...Palette[]] = [
  palette('#1b2a5c #f4845f #ffe3a3 #7b4b7a #1d1836 #ffd166'),
  palette('#0b3954 #48a9a6 #f7f4d3 #2d6a78 #071e2b #ff6f59'),
  palette('#2b1055 #d53a9d #ffd6f5 #6a1b9a #150530 #41ead4'),
  palette('#20313b #b8c9c2 #fff8e0 #6c8a86 #15211f #e07a5f'),
  palette('#3a0d12 #e4572e #ffd9a0 #8e2421 #1c0608 #f3a712'),
  palette('#10222e #3fa796 #e8ffd9 #1f6f6b #07141a #f5c518'),
  palette('#274690 #a9d6f5 #ffffff #5d8fc9 #1a2a57 #f25f5c'),
  palette('#3d2b1f #dda15e #fff1c9 #a3672f #24160c #606c38'),
  palette('#12130f #5b8e7d #f4e285 #3c6255 #0b0f0c #bc4b51'),
  palette('#1a1a2e #533483 #e94560 #3a2a63 #0d0d1a #f9c80e'),
  palette('#5e7ce2 #f7c1d9 #fff7fb #a17fc9 #2f2a5b #ff8fab'),
  palette('#042a2b #5eb1bf #f9f9ed #2c7a86 #031b1c #d84727'),
  palette('#2e1f27 #854d27 #f4d58d #5c3a2b #160e12 #dd7230'),
  palette('#1d3557 #e63946 #f1faee #7b2f45 #0e1a2c #a8dadc'),
];

/** A colour part of the way from one to another. */
export function mix(one: string, other: string, part: number): string {
  const channel = (at: number): string => {
    const from = parseInt(one.slice(at, at + 2), 16);
    const to = parseInt(other.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * part)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
