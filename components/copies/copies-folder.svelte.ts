import {
  forgetCopiesFolder,
  storeCopiesFolder,
  readCopiesFolder,
} from '../../utils/database/copies-folder';
import { othersFile } from '../../utils/database/written-copies';
import { ownAccount } from '../../utils/domain/library/shown-library';
import {
  accessTo,
  allowFolder,
  canChooseFolder,
  chooseFolder,
  type FolderAccess,
} from '../../utils/page/folder-access';
import { readStatus } from '../../utils/status/read';

/** The folder that the player has chosen for copies: whether we may write there is looked at anew by `find`. */
export class CopiesFolder {
  readonly canBeChosen = canChooseFolder();
  #isNew = $state(false);
  #access = $state.raw<FolderAccess>('granted');
  #handle = $state.raw<FileSystemDirectoryHandle | null>(null);

  #others = $state.raw<Awaited<ReturnType<typeof othersFile>>>(null);

  /** Null where none is chosen. */
  get name(): string | null {
    return this.#handle?.name ?? null;
  }

  get access(): FolderAccess {
    return this.#access;
  }

  /** It was chosen on this very page: the browser’s leave is for this visit alone, and it cannot be asked for more yet. */
  get isNew(): boolean {
    return this.#isNew;
  }

  /** What lies there under a name that was ours, and is another installation's; null where nothing does. */
  get others(): { name: string; since: number } | null {
    return this.#others;
  }

  async find(): Promise<void> {
    const handle = await readCopiesFolder();
    this.#others = handle === null ? null : await othersFile();
    if (handle !== null) this.#access = await accessTo(handle);
    this.#handle = handle;
  }

  /** Straight from a click. Answers whether one was chosen. */
  async choose(): Promise<boolean> {
    const chosen = await chooseFolder();
    this.#isNew = chosen !== null && (await storeCopiesFolder(chosen, hasAccount));
    await this.find();
    return this.#isNew;
  }

  /** Straight from a click. */
  async allow(): Promise<boolean> {
    const isAllowed = this.#handle !== null && (await allowFolder(this.#handle));
    await this.find();
    return isAllowed;
  }

  async forget(): Promise<void> {
    await forgetCopiesFolder();
    this.#isNew = false;
    await this.find();
  }
}

/** The browser’s window may be open for as long as all is erased. */
async function hasAccount(): Promise<boolean> {
  const status = await readStatus();
  return status.connection.phase !== 'erasing' && ownAccount(status) !== null;
}
