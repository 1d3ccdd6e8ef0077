/**
 * Everything that the extension stores outside its databases: erasing, the receipt and a test go by this list.
 * In `storage.local`, on the disk, until it is erased at the latest:
 */
export const LOCAL_KEYS = [
  'connection', // where the connection stands
  'connectionHistory', // what became of the connection, the latest hundred times
  'snapshot', // what the popup shows
  'settings', // what the player chose
  'everyGameChanged', // a setting changes what is to be fetched, until the sync is told
  'shownLibrary', // which other library pages show, until the player goes back to their own
  'clockOffset', // how far Sony's clock is ahead of this device's
  'clockSamples', // the same as each of Sony's hosts last showed it
  'dataRequests', // when data was asked for, the last 300 times
  'halvedUntil', // until when half of Sony's limit is left to another browser of the account's
  'signInLedger', // when the sign-in was looked at and exchanged, the last 24 times
  'askedOfSony', // how many requests of each kind there were, in the last seven days
  'dailyOffset', // this install's own minutes of the daily sync
  'installId', // which of a player's devices this is
  'copies', // whether copies make themselves, and what became of the last
  'roaming', // when words for the player's other computers were written last, and what found no room
  'lastWarning', // the zone that the player was warned of last
  'shortfall', // since when daily syncs have fallen short, and whether the player was told
  'keyHalf', // one half of the key; the other is in a database
  'sealedRefreshTokens', // encrypted, by account
  'welcomeDue', // the extension was installed, until its first page is shown
  'carriedOver', // what the player made in an earlier version, until it is stored anew
  'filler', // for a moment, while the area is cleared, in rows with a number after it
] as const;

/** What an earlier build left there: it goes once what the player made is carried over, or with an erase. */
export const OLD_KEYS = [
  'sealedRefreshToken', // encrypted, of the one account
  'requestLog', // when Sony was asked
  'warnedOf', // the zone that the player was warned of last
  'erasing', // the player wanted everything gone
] as const;

/** In `storage.session`, in memory, gone with the browser: */
export const SESSION_AREA_KEYS = [
  'accessTokens', // good for an hour, by account; beside them, encrypted, a refresh token that the disk has refused
  'pastedNpsso', // until its exchange is over, ten minutes at most
  'npssoInTransit', // between a page and the background, ten seconds at most
  'clickedAt', // when the player last clicked for what is under way
  'signInTab', // the tab that was opened for signing in
  'partSizes', // so many trophies to a request, of sets that Sony fails to send whole
  'forgottenAt', // when deletions of a year ago were forgotten last
] as const;

/** What an earlier build left there: it goes with what that build left on the disk. */
export const OLD_SESSION_AREA_KEYS = [
  'accessToken', // good for an hour, of the one account
  'keptInAWipe', // the tokens of an account, while another's were wiped
  'handedOver', // an NPSSO between a page and the background
] as const;

export type LocalKey = (typeof LOCAL_KEYS)[number] | (typeof OLD_KEYS)[number];
export type SessionAreaKey = (typeof SESSION_AREA_KEYS)[number];
export type OldSessionAreaKey = (typeof OLD_SESSION_AREA_KEYS)[number];
