export const OTHER_LIBRARIES = 'Libraries of other accounts';
export const OTHER_LIBRARIES_HINT =
  'Left here when another account was connected. Connecting that account again goes on with its library.';
export const ERASE_LIBRARY = 'Erase';
export const ERASE_LIBRARY_GOES = 'Erasing takes this away for good:';

/** What is heard after the button's word, which stands beside others of the same. */
export function ofOwner(owner: string): string {
  return ` the library of ${owner}`;
}

export function eraseLibraryQuestion(owner: string): string {
  return `Erase the library of ${owner}?`;
}

/** Said once it is gone. */
export function libraryErased(owner: string): string {
  return `The library of ${owner} is erased.`;
}
