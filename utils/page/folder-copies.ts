/** By its name: what copies are called that make themselves, and those that the player saves. */
const COPY = /\.json\.gz$/i;

/** The copies that lie in a folder, newest first. An empty one is what a writing has left that was ended. */
export async function copiesIn(folder: FileSystemDirectoryHandle): Promise<File[]> {
  const files: File[] = [];
  for await (const entry of folder.values()) {
    if (entry.kind !== 'file' || !COPY.test(entry.name)) continue;
    // It may be taken away meanwhile.
    const file = await entry.getFile().catch(() => null);
    if (file !== null && file.size > 0) files.push(file);
  }
  return files.sort((one, other) => other.lastModified - one.lastModified);
}

/** A file as it lies there by now; null where it does not any more. */
export async function copyIn(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return null;
  }
}
