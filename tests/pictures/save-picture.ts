import { writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** What a picture of the guide may weigh. */
const LIMIT = 150_000;
/** Fewer colours where there are many pictures in it. */
const COLOURS = [256, 192, 128, 96, 64, 48, 32];

/** Writes a picture with a palette, of as many colours as its weight allows. */
export async function savePicture(path: string, png: Buffer): Promise<void> {
  for (const colours of COLOURS) {
    const small = await sharp(png)
      .png({ palette: true, colours, effort: 10, compressionLevel: 9, dither: 0.6 })
      .toBuffer();
    if (small.length > LIMIT) continue;
    writeFileSync(path, small);
    process.stdout.write(
      `${path}: ${String(Math.round(small.length / 1000))} kB, ${String(colours)} colours\n`,
    );
    return;
  }
  throw new Error(`${path} is too heavy, even with few colours.`);
}
