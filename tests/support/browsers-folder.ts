import { onTestFinished } from 'vitest';

/** What a player would choose in a window of the browser's, which no test can: a folder of its own private ones is one, too. */
export async function aFolderOfTheBrowsers(name = 'Backup'): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const remove = (): Promise<void> =>
    root.removeEntry(name, { recursive: true }).catch(() => undefined);
  await remove();
  onTestFinished(remove);
  return root.getDirectoryHandle(name, { create: true });
}
