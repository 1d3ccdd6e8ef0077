/** Every database of ours besides a library for each account: erasing takes them all, and a test goes by this list. */
export const OTHER_DATABASES = {
  /** One half of the key. */
  key: 'trophy-shelf-key',
  /** What is to stay while `storage.local` is cleared. */
  clearing: 'trophy-shelf-clearing',
  /** The library that is made up, named as an account's. */
  madeUp: 'trophy-shelf-made-up',
  /** A copy that a page has read, what is to become of the library, and what it was before. */
  restore: 'trophy-shelf-restore',
  /** The same: one of the two has the way back from the copy that was restored last, and the other the next one. */
  otherRestore: 'trophy-shelf-restore-2',
  /** A copy while it is checked. */
  check: 'trophy-shelf-check',
  /** Which folder of the player's copies go to. */
  folder: 'trophy-shelf-folder',
} as const;

/** What the name of an account's library looks like. */
export const LIBRARY_DATABASE = /^trophy-shelf-\d+$/;
