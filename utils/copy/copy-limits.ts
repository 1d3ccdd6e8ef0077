const MEBIBYTE = 2 ** 20;

/** What no file of ours comes near: the largest known account's library is a tenth of it. */
export interface CopyLimits {
  /** Of the file as it lies on the disk. */
  bytes: number;
  /** Of what it expands to. */
  expanded: number;
  /** So many times its own size, where it is more than a mebibyte. */
  ratio: number;
  /** Of one line. */
  line: number;
  /** Values in values. */
  depth: number;
}

export const COPY_LIMITS: CopyLimits = {
  bytes: 256 * MEBIBYTE,
  expanded: 2_048 * MEBIBYTE,
  ratio: 200,
  line: 8 * MEBIBYTE,
  depth: 32,
};

/** Less than this is no bomb, however well it was packed. */
export const HARMLESS = MEBIBYTE;
