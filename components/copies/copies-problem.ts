import type { CopiesRecord, CopyTrouble } from '../../utils/domain/copies/copies-record';
import type { FolderAccess } from '../../utils/page/folder-access';
import { folderWords, copiesWords as words, troubleWords } from '../../utils/words/copies';

/** What stands in the way of copies, and the one way out. */
export interface CopiesProblem {
  cause: string;
  title: string;
  text: string;
  way: 'again' | 'smaller' | 'allow' | 'allow-folder' | 'choose' | 'give-up';
  isTriedLater: boolean;
}

/** What came of the player’s last click to nothing: leave for downloads or the folder, choosing one, or giving it up. */
export type FailedClick = 'downloads' | 'folder' | 'choose' | 'give-up';

interface Found {
  copies: CopiesRecord;
  trouble: CopyTrouble | null;
  /** Null where the last click had what it was for. */
  failed: FailedClick | null;
  /** What the chosen folder is called; null where copies go to the folder for downloads. */
  folder: string | null;
  access: FolderAccess;
}

const BROWSER = import.meta.env.FIREFOX ? 'firefox' : 'chromium';

/** Null where there is none. */
export function copiesProblem(found: Found): CopiesProblem | null {
  const { trouble, failed, folder, copies } = found;
  if (failed !== null) return { ...FAILED[failed], isTriedLater: false };
  const ofFolder = folder === null ? null : problemOfFolder(folder, found);
  if (ofFolder !== null || trouble === null) return ofFolder;
  return {
    ...{ cause: `copy-${trouble.kind}`, ...troubleWords(trouble.kind, BROWSER) },
    way: WAYS[trouble.kind],
    isTriedLater: copies.isOn && trouble.found === null,
  };
}

const WAYS: Record<CopyTrouble['kind'], CopiesProblem['way']> = {
  smaller: 'smaller',
  permission: 'allow',
  asks: 'again',
  interrupted: 'again',
  failed: 'again',
};

const FAILED: Record<FailedClick, Omit<CopiesProblem, 'isTriedLater'>> = {
  downloads: { ...words.refused, cause: 'downloads-refused', way: 'again' },
  folder: { ...words.folderRefused, cause: 'copy-folder-refused', way: 'again' },
  choose: { ...words.folderNotTaken, cause: 'copy-folder-not-taken', way: 'choose' },
  'give-up': { ...words.folderNotGivenUp, cause: 'copy-folder-not-given-up', way: 'give-up' },
};

/** What is wrong with it is looked at on this page: it may have come since the last copy. */
function problemOfFolder(folder: string, { copies, trouble, access }: Found): CopiesProblem | null {
  const isWanted = copies.isOn || (trouble !== null && trouble.kind !== 'smaller');
  if (!isWanted) return null;
  if (access === 'gone') {
    const said = folderWords('gone', folder);
    return { ...said, cause: 'copy-folder-gone', way: 'choose', isTriedLater: false };
  }
  // Where it may be written by now: that copy is still to be made.
  if (access !== 'granted' || trouble?.kind === 'permission') {
    const said = folderWords('asks', folder);
    return { ...said, cause: 'copy-folder-asks', way: 'allow-folder', isTriedLater: false };
  }
  if (trouble?.kind !== 'interrupted') return null;
  const said = folderWords('full', folder);
  return { ...said, cause: 'copy-folder-full', way: 'again', isTriedLater: copies.isOn };
}
