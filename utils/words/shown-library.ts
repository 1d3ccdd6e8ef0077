import * as words from './en/welcome.json';

export {
  onlyRead as ONLY_READ,
  backToMine as BACK_TO_MINE,
  /** Where there is no library of their own to go back to. */
  closeLibrary as CLOSE_LIBRARY,
  openedAgain as OPENED_AGAIN,
  madeUp as MADE_UP_TITLE,
  madeUpHint as MADE_UP_HINT,
  stopLooking as STOP_LOOKING,
  /** In Settings: what is not there without an account. */
  moreSettings as MORE_SETTINGS,
} from './en/welcome.json';

/** Above every page while the library of another account is shown. */
export function libraryOf(owner: string): string {
  return words.libraryOf({ owner });
}
