/** How much room all that is ours takes; null where the browser does not say, or says what cannot be. */
export async function bytesUsed(): Promise<number | null> {
  const { usage = 0 } = await navigator.storage.estimate();
  return usage === 0 ? null : usage;
}
