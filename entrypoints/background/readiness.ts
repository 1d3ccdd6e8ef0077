/**
 * Work that everything from outside waits for, done once. Where it fails, as with storage that refuses for a while,
 * whoever comes next has it done again: a worker that pages keep awake lives for long.
 */
export function doneFirst(work: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | null = null;
  return () =>
    (doing ??= work().catch((thrown: unknown) => {
      doing = null;
      throw thrown;
    }));
}
