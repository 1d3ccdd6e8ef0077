import { download } from '../../utils/page/download';
import { pictureSheet, type PictureWords } from './picture-sheet';

/** A PNG has the pixels in which this screen shows it; an SVG is of any size, and says itself how it is drawn. */
export type PictureKind = 'png' | 'svg';

/** Saves a figure's chart. False where the browser cannot. */
export async function savePicture(
  figure: HTMLElement,
  words: PictureWords,
  kind: PictureKind,
): Promise<boolean> {
  try {
    const sheet = pictureSheet(figure, words);
    if (sheet === null) return false;
    const picture = kind === 'svg' ? asSvg(sheet) : await asPng(sheet);
    download(picture, `${fileName(words.title)}.${kind}`);
    return true;
  } catch {
    return false;
  }
}

function asSvg(sheet: SVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(sheet)], { type: 'image/svg+xml' });
}

async function asPng(sheet: SVGElement): Promise<Blob> {
  const address = URL.createObjectURL(asSvg(sheet));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const [width, height] = ['width', 'height'].map((side) =>
      Math.round(Number(sheet.getAttribute(side)) * devicePixelRatio),
    ) as [number, number];
    return await pngOf(image, width, height);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * A picture as a PNG; rejects where the browser cannot. The canvas of a page would be encoded only while the browser has
 * nothing else to do, which takes it seconds.
 */
export async function pngOf(
  picture: CanvasImageSource,
  width: number,
  height: number,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
}
