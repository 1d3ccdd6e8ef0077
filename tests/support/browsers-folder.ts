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

/** The window of the browser's, in which a player chooses. */
export function picks(pick: () => Promise<FileSystemDirectoryHandle>): void {
  const before = Object.getOwnPropertyDescriptor(window, 'showDirectoryPicker');
  Object.defineProperty(window, 'showDirectoryPicker', { configurable: true, value: pick });
  onTestFinished(() => {
    if (before) Object.defineProperty(window, 'showDirectoryPicker', before);
  });
}

/** What the browser says of the folder, and what the player answers it. */
export function folderIs(said: { state: PermissionState; answer: PermissionState }): void {
  const { prototype } = FileSystemHandle;
  const own = ['queryPermission', 'requestPermission'].map(
    (name) => [name, Object.getOwnPropertyDescriptor(prototype, name)!] as const,
  );
  const value = {
    queryPermission: () => Promise.resolve(said.state),
    requestPermission: () => Promise.resolve((said.state = said.answer)),
  };
  Object.assign(prototype, value);
  onTestFinished(() => own.forEach(([name, as]) => Object.defineProperty(prototype, name, as)));
}
