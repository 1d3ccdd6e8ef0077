import { download } from '../../utils/page/download';
import { pictureSheet, type PictureWords } from './picture-sheet';

/** Saves a figure's chart as a PNG, in the pixels in which this screen shows it. False where the browser cannot. */
export async function savePicture(figure: HTMLElement, words: PictureWords): Promise<boolean> {
  try {
    const sheet = pictureSheet(figure, words);
    if (sheet === null) return false;
    download(await asPng(sheet), `${fileName(words.title)}.png`);
    return true;
  } catch {
    return false;
  }
}

async function asPng(sheet: SVGElement): Promise<Blob> {
  const markup = new XMLSerializer().serializeToString(sheet);
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
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
