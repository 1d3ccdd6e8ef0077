/** What was found first, for good: what a page opened with is given up once it is read anew, and here it is needed on. */
export function onceKnown<Value>(find: () => Value | null): () => Value | null {
  let known: Value | null = null;
  return () => (known ??= find());
}
