/** Why a file is not read. Nothing of it counts then. */
export type CopyRefusal =
  // No file of this product, or another kind of its files.
  | 'not-ours'
  // Made by a later build.
  | 'newer-version'
  // Its last line is missing.
  | 'truncated'
  // Something in it is not as it was written.
  | 'damaged'
  // More than any library.
  | 'too-large'
  // Values in values without end.
  | 'too-deep'
  // A name that could change what an object is.
  | 'forbidden-name'
  // It expands out of proportion.
  | 'bomb'
  // It may be whole: another one is being restored, or taken back, and would lose what it moves.
  | 'restoring';

/** The file is refused, whole. */
export class CopyRefused extends Error {
  readonly refusal: CopyRefusal;

  constructor(refusal: CopyRefusal) {
    super(refusal);
    this.name = 'CopyRefused';
    this.refusal = refusal;
  }
}
