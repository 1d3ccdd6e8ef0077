import { pageTitle as titled } from './en/app.json';

/** Names that appear in several places: each is written once, so that one thing has one name. */
export {
  product as PRODUCT,
  sync as SYNC,
  syncNow as SYNC_NOW,
  openLibrary as OPEN_LIBRARY,
  cancel as CANCEL,
  library as LIBRARY,
  trophyLog as TROPHY_LOG,
  statistics as STATISTICS,
  whatNext as WHAT_NEXT,
  pickGames as PICK_GAMES,
  settings as SETTINGS,
  guide as GUIDE,
  privacy as PRIVACY,
  moreInGuide as MORE_IN_GUIDE,
  syncHistory as SYNC_HISTORY,
  loading as LOADING,
  /** What the header's navigation is called for those who hear it. */
  navigation as NAVIGATION,
  keys as KEYS,
  noPageTitle as NO_PAGE_TITLE,
  noPage as NO_PAGE,
  toLibrary as TO_LIBRARY,
} from './en/app.json';
export {
  connect as CONNECT,
  startFresh as START_FRESH,
  signInAgain as SIGN_IN_AGAIN,
} from './en/connect.json';

export const PLAYSTATION_SITE = 'https://www.playstation.com/';

/** What the browser's tab is called. */
export function pageTitle(name: string): string {
  return titled({ name });
}
