import { drawLandscape, LANDSCAPE } from './draw-landscape';
import { drawPortrait, PORTRAIT } from './draw-portrait';
import { PictureBrush } from './picture-brush';
import type { PictureFacts } from './picture-facts';
import type { PictureTheme } from './picture-theme';

export const PICTURE_SHAPES = {
  portrait: { size: PORTRAIT, draw: drawPortrait },
  landscape: { size: LANDSCAPE, draw: drawLandscape },
};
export type PictureShape = keyof typeof PICTURE_SHAPES;

/** Draws the picture that is saved: what is seen is what is saved. */
export function drawYear(
  context: CanvasRenderingContext2D,
  shape: PictureShape,
  facts: PictureFacts,
  theme: PictureTheme,
): void {
  PICTURE_SHAPES[shape].draw(new PictureBrush(context, theme, facts.locale), facts);
}

/** Nothing of a name is in it. */
export function pictureFileName(year: string, shape: PictureShape): string {
  return `trophy-shelf-${year}-${shape}.png`;
}
