import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZippedFile {
  path: string;
  text: string;
}

/** A zip of these files, a piece for each: of what is written only the list of names is kept. */
export async function* zipChunks(
  files: AsyncIterable<ZippedFile>,
  writtenAt: number,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure = error;
    ready.push(piece);
  });
  const taken = (): Uint8Array[] => {
    if (failure !== null) throw failure;
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for await (const { path, text } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = writtenAt;
    zip.add(entry);
    entry.push(strToU8(text), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
