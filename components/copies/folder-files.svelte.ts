import { readCopiesFolder } from '../../utils/database/copies-folder';
import { readCopies } from '../../utils/status/read-copies';
import { accessTo, allowFolder } from '../../utils/page/folder-access';
import { copiesIn, copyIn } from '../../utils/page/folder-copies';

const READ = { mode: 'read' } as const;

/**
 * What the folder comes to: the browser wants the player to be asked, they have told it no, it cannot be read, or its
 * copies are here.
 */
type FolderState = 'asks' | 'refused' | 'gone' | 'read';

/** The copies that lie in the folder that the player has chosen, where there is one. */
export class FolderFiles {
  #folder = $state.raw<FileSystemDirectoryHandle | null>(null);
  #state = $state.raw<FolderState>('asks');
  #files = $state.raw<readonly File[]>([]);
  #ownMarks = $state.raw<readonly string[]>([]);

  /** Null where none is chosen, or nobody knows yet. */
  get name(): string | null {
    return this.#folder?.name ?? null;
  }

  get state(): FolderState {
    return this.#state;
  }

  /** Newest first. */
  get files(): readonly File[] {
    return this.#files;
  }

  /** By what of its name is this installation's. */
  isFromHere(name: string): boolean {
    return this.#ownMarks.some((mark) => name.includes(mark));
  }

  /** Asks nobody. */
  async find(): Promise<void> {
    const { accounts } = await readCopies();
    this.#ownMarks = Object.values(accounts).flatMap(({ fileMark }) => fileMark ?? []);
    const folder = await readCopiesFolder();
    if (folder !== null) await this.#read(folder, await accessTo(folder, READ));
    this.#folder = folder;
  }

  /** Straight from a click. */
  async allow(): Promise<void> {
    const folder = this.#folder;
    if (folder === null) return;
    const isAllowed = await allowFolder(folder, READ).catch(() => false);
    if (isAllowed) await this.find();
    else this.#state = 'refused';
  }

  /** Null where it does not lie there any more. */
  async open(name: string): Promise<File | null> {
    const file = this.#folder === null ? null : await copyIn(this.#folder, name);
    if (file === null) await this.find();
    return file;
  }

  async #read(
    folder: FileSystemDirectoryHandle,
    access: Awaited<ReturnType<typeof accessTo>>,
  ): Promise<void> {
    if (access === 'prompt') this.#state = 'asks';
    else if (access !== 'granted') this.#state = access === 'gone' ? 'gone' : 'refused';
    else {
      const files = await copiesIn(folder).catch(() => null);
      [this.#files, this.#state] = [files ?? [], files === null ? 'gone' : 'read'];
    }
  }
}
