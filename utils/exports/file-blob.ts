/** So much is put away at once: browsers keep what is in a Blob outside of what a script has in memory. */
const PUT_AWAY = 1 << 20;

/** A file of these pieces, of which only the last are in memory. */
export async function fileBlob(
  chunks: AsyncIterable<string | Uint8Array>,
  type: string,
): Promise<Blob> {
  const away: Blob[] = [];
  let ready: BlobPart[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    ready.push(chunk as BlobPart);
    size += chunk.length;
    if (size < PUT_AWAY) continue;
    away.push(new Blob(ready));
    [ready, size] = [[], 0];
  }
  return new Blob([...away, ...ready], { type });
}
