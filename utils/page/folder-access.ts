/** What the browser lets us do in a folder that the player has chosen: `gone` where it is not there any more. */
export type FolderAccess = PermissionState | 'gone';

/** What only Chromium has, and no library of types names yet. */
interface AskableFolder extends FileSystemDirectoryHandle {
  queryPermission(wanted: Wanted): Promise<PermissionState>;
  requestPermission(wanted: Wanted): Promise<PermissionState>;
}
/** Writing is asked for with reading. */
interface Wanted {
  mode: 'read' | 'readwrite';
}
interface FolderPicker {
  showDirectoryPicker(
    options: typeof READ_WRITE & { id: string },
  ): Promise<FileSystemDirectoryHandle>;
}

const READ_WRITE = { mode: 'readwrite' } as const;

/** True where a player can choose a folder for us to write in. */
export function canChooseFolder(): boolean {
  return 'showDirectoryPicker' in window;
}

/** Has the player choose one; null where they do not. To be called straight from a click. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const picker = window as unknown as FolderPicker;
    return await picker.showDirectoryPicker({ ...READ_WRITE, id: 'copies' });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
    throw thrown;
  }
}

/** Asks nobody. */
export async function accessTo(
  folder: FileSystemDirectoryHandle,
  wanted: Wanted = READ_WRITE,
): Promise<FolderAccess> {
  const access = await (folder as AskableFolder).queryPermission(wanted);
  return access === 'granted' && !(await isThere(folder)) ? 'gone' : access;
}

/** Asks the player, where the browser wants that. To be called straight from a click. */
export async function allowFolder(
  folder: FileSystemDirectoryHandle,
  wanted: Wanted = READ_WRITE,
): Promise<boolean> {
  return (await (folder as AskableFolder).requestPermission(wanted)) === 'granted';
}

async function isThere(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    await folder.keys().next();
    return true;
  } catch (thrown) {
    return !(thrown instanceof DOMException && thrown.name === 'NotFoundError');
  }
}
