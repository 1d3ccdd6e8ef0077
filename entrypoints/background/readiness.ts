/**
 * Work that everything from outside waits for, done once. Where it fails, as with storage that refuses for a while,
 * whoever comes next has it done again: a worker that pages keep awake lives for long.
 */
export function doneFirst<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let doing: Promise<Value> | null = null;
  return () =>
    (doing ??= work().catch((thrown: unknown) => {
      doing = null;
      throw thrown;
    }));
}
