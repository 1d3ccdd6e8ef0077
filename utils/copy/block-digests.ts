/**
 * Lines are digested in blocks, each of the lines with which it reaches this size: a call for every line took up to
 * twice as long as all else.
 */
export const BLOCK_BYTES = 2 ** 16;

/** The digest of a whole file, block by block, in which the order of the blocks counts. */
export class BlockDigests {
  readonly #digests: Promise<ArrayBuffer>[] = [];

  /** @returns when the block before was digested: who waits for it keeps no more than two */
  async add(block: Uint8Array<ArrayBuffer>): Promise<void> {
    const before = this.#digests.at(-1);
    this.#digests.push(crypto.subtle.digest('SHA-256', block));
    await before;
  }

  /** In hexadecimal digits. */
  async whole(): Promise<string> {
    const digests = await Promise.all(this.#digests);
    const joined = joinBytes(digests.map((digest) => new Uint8Array(digest)));
    const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
    return [...whole].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
