import * as words from './en/settings.json';

export {
  otherLibraries as OTHER_LIBRARIES,
  otherLibrariesHint as OTHER_LIBRARIES_HINT,
  openOther as OPEN_OTHER,
  eraseLibrary as ERASE_LIBRARY,
  eraseLibraryGoes as ERASE_LIBRARY_GOES,
} from './en/settings.json';

/** What is heard after the button's word, which stands beside others of the same. */
export function ofOwner(owner: string): string {
  return words.ofOwner({ owner });
}

export function eraseLibraryQuestion(owner: string): string {
  return words.eraseLibraryQuestion({ owner });
}

/** Said once it is gone. */
export function libraryErased(owner: string): string {
  return words.libraryErased({ owner });
}
