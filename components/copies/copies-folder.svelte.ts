import {
  forgetCopiesFolder,
  storeCopiesFolder,
  readCopiesFolder,
} from '../../utils/database/copies-folder';
import {
  accessTo,
  allowFolder,
  canChooseFolder,
  chooseFolder,
  type FolderAccess,
} from '../../utils/page/folder-access';

/** The folder that the player has chosen for copies: whether we may write there is looked at anew by `find`. */
export class CopiesFolder {
  readonly canBeChosen = canChooseFolder();
  #access = $state.raw<FolderAccess>('granted');
  #handle = $state.raw<FileSystemDirectoryHandle | null>(null);

  /** Null where none is chosen. */
  get name(): string | null {
    return this.#handle?.name ?? null;
  }

  get access(): FolderAccess {
    return this.#access;
  }

  async find(): Promise<void> {
    const handle = await readCopiesFolder();
    if (handle !== null) this.#access = await accessTo(handle);
    this.#handle = handle;
  }

  /** Straight from a click. Answers whether one was chosen. */
  async choose(): Promise<boolean> {
    const chosen = await chooseFolder();
    if (chosen !== null) await storeCopiesFolder(chosen);
    await this.find();
    return chosen !== null;
  }

  /** Straight from a click. */
  async allow(): Promise<boolean> {
    const isAllowed = this.#handle !== null && (await allowFolder(this.#handle));
    await this.find();
    return isAllowed;
  }

  async forget(): Promise<void> {
    await forgetCopiesFolder();
    await this.find();
  }
}
