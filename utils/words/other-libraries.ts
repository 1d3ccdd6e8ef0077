import * as words from './en/settings.json';

export {
  otherLibraries as OTHER_LIBRARIES,
  otherLibrariesHint as OTHER_LIBRARIES_HINT,
  openOther as OPEN_OTHER,
  eraseLibrary as ERASE_LIBRARY,
  eraseLibraryGoes as ERASE_LIBRARY_GOES,
  eraseLibraryRecords as ERASE_LIBRARY_RECORDS,
  eraseLibraryWayBack as ERASE_LIBRARY_WAY_BACK,
  takeOffLibrary as TAKE_OFF_LIBRARY,
  takeOffLibraryHint as TAKE_OFF_LIBRARY_HINT,
} from './en/settings.json';

/** What a button is called for those who hear it, which stands beside others of the same word. */
export function openLibraryOf(owner: string): string {
  return words.openLibraryOf({ owner });
}

export function eraseLibraryOf(owner: string): string {
  return words.eraseLibraryOf({ owner });
}

export function eraseLibraryQuestion(owner: string): string {
  return words.eraseLibraryQuestion({ owner });
}

/** Said once it is gone. */
export function libraryErased(owner: string): string {
  return words.libraryErased({ owner });
}
