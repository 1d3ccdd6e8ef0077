/** Names that appear in several places: each is written once, so that one thing has one name. */
export const PRODUCT = 'Trophy Shelf';
export const CONNECT = 'Connect PlayStation';
export const SYNC = 'Sync';
export const SYNC_NOW = 'Sync now';
export const OPEN_LIBRARY = 'Open library';
export const OPEN_SIGN_IN = 'Open sign-in page';
export const OPEN_ACCOUNT = 'Open account page';
export const START_FRESH = 'Start fresh';
export const SIGN_IN_AGAIN = 'Sign in again';
export const PLAYSTATION_SITE = 'https://www.playstation.com/';
export const CANCEL = 'Cancel';
export const LIBRARY = 'Library';
export const PICK_GAMES = 'Pick games';
export const SETTINGS = 'Settings';
export const GUIDE = 'Guide';
export const PRIVACY = 'Privacy';
export const MORE_IN_GUIDE = 'More in the guide';
export const SYNC_HISTORY = 'Sync history';
export const LOADING = 'Loading';

/** What the browser's tab is called. */
export function pageTitle(name: string): string {
  return `${name} · ${PRODUCT}`;
}

/** What the header's navigation is called for those who hear it. */
export const NAVIGATION = 'Pages';
