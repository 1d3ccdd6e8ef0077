import type { RequestName } from './protocol';

const NAMES: Record<RequestName, true> = {
  connect: true,
  connectAnyway: true,
  startFresh: true,
  connectPasted: true,
  cancelConnecting: true,
  openSignIn: true,
  lendNpsso: true,
  resume: true,
  pageShown: true,
  tabLoaded: true,
  syncNow: true,
  stopSync: true,
  openGame: true,
  fetchGame: true,
  chooseGames: true,
  markGame: true,
  annotateTrophy: true,
  notThis: true,
  setGoal: true,
  newsSeen: true,
  acknowledgeLoss: true,
  showLibrary: true,
  restoreCopy: true,
  undoRestore: true,
  stopRoaming: true,
  copies: true,
  copyMade: true,
  changeSettings: true,
  disconnect: true,
  eraseLibrary: true,
  eraseEverything: true,
};

/** Every request that pages make, for whoever hears them before what answers them is loaded. */
export const REQUEST_NAMES = Object.keys(NAMES) as RequestName[];
