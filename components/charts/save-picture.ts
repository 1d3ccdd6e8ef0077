import { pictureSheet, type PictureWords } from './picture-sheet';

/** Saves a figure's chart as a PNG, in the pixels in which this screen shows it. False where the browser cannot. */
export async function savePicture(figure: HTMLElement, words: PictureWords): Promise<boolean> {
  try {
    const sheet = pictureSheet(figure, words);
    const picture = sheet === null ? null : await asPng(sheet);
    if (picture === null) return false;
    download(picture, `${fileName(words.title)}.png`);
    return true;
  } catch {
    return false;
  }
}

async function asPng(sheet: SVGElement): Promise<Blob | null> {
  const markup = new XMLSerializer().serializeToString(sheet);
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(Number(sheet.getAttribute('width')) * devicePixelRatio);
    canvas.height = Math.round(Number(sheet.getAttribute('height')) * devicePixelRatio);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Has the browser save it as it saves all that is downloaded: that needs no permission. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
}
