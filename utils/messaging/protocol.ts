import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Outcome } from '../domain/failure';
import type { Receipt } from '../domain/connection/receipt';
import type { Settings } from '../domain/settings';
import type { CopyReason, SavedFile } from '../domain/copies/copies-record';
import type { CopyOutcome } from '../domain/copies/copy-figures';
import type { GameMarks } from '../domain/library/game-marks';
import type { Choice } from '../domain/library/title';
import type { Goal } from '../domain/numbers/goal-pace';
import type { NotThisChange } from '../domain/numbers/not-this';
import type { AnnotationChange } from '../domain/trophies/trophy-annotation';

/** What pages can ask of the background. Payloads are parsed at the background's edge; failures come back as data. */
export interface Protocol {
  /** Connects the account that is signed in at PlayStation, or waits for a sign-in. Safe to repeat. */
  connect: (payload: null) => Outcome;
  /** The same with an old sign-in too, which the player chose. */
  connectAnyway: (payload: null) => Outcome;
  /** Leads from an old sign-in to a fresh one: Sony's page to sign out, its page to sign in, and on by itself. */
  startFresh: (payload: null) => Outcome;
  /** Connects the account of the NPSSO that was handed over before. */
  connectPasted: (payload: null) => Outcome;
  /** Stops waiting for a sign-in, or connecting. */
  cancelConnecting: (payload: null) => Outcome;
  /** Shows Sony's sign-in page and waits for the sign-in there. */
  openSignIn: (payload: null) => Outcome;
  /** Reads the NPSSO of the sign-in in this browser and hands it over to the page. Nothing of it is kept. */
  lendNpsso: (payload: null) => Outcome;
  /** A page is being looked at: go on at once with what was interrupted. Safe to repeat. */
  resume: (payload: null) => Outcome;
  /** A page is shown, or the player comes back to it: what they may have done at Sony's counts at once. */
  pageShown: (payload: null) => Outcome;
  /** A page has loaded in a tab while a sign-in or a sign-out is awaited, which that may have been. Safe to repeat. */
  tabLoaded: (payload: { tabId: number }) => Outcome;
  /** Fetches the library anew, or goes on with a paused sync without waiting. */
  syncNow: (payload: null) => Outcome;
  /** Stops the sync under way. `syncNow` goes on with it. */
  stopSync: (payload: null) => Outcome;
  /** A game's page is being looked at: its trophies come first, unless the sync was stopped. Safe to repeat. */
  openGame: (payload: { npCommunicationId: string }) => Outcome;
  /** Fetches one game's trophies, also where the sync was stopped and stays so. Safe to repeat. */
  fetchGame: (payload: { npCommunicationId: string }) => Outcome;
  /** Picks games or leaves them, and fetches the trophies of those that are picked. */
  chooseGames: (payload: { choices: [npCommunicationId: string, choice: Choice][] }) => Outcome;
  /** Keeps what the player says of a game; what they leave out stays as it is. Safe to repeat. */
  markGame: (payload: { npCommunicationId: string; marks: Partial<GameMarks> }) => Outcome;
  /** Keeps what the player noted of a trophy. */
  annotateTrophy: (payload: AnnotationChange) => Outcome;
  /**
   * Keeps that the player does not want to be told to play a trophy next, or a game: until an instant, or for good. Null
   * takes it back. Safe to repeat.
   */
  notThis: (payload: NotThisChange) => Outcome;
  /** Keeps what the player wants to have by a day, under a number of its own; null takes it back. Safe to repeat. */
  setGoal: (payload: { id: number; goal: Goal | null }) => Outcome;
  /** The player has seen what syncs have found that ended until then. Safe to repeat. */
  newsSeen: (payload: { upTo: number }) => Outcome;
  /** The player knows that the browser lost the library that was here before. Safe to repeat. */
  acknowledgeLoss: (payload: null) => Outcome;
  /**
   * Shows the library of another account that is kept here, or the one that is made up, or again the player's own.
   * Safe to repeat.
   */
  showLibrary: (payload: { library: string | null }) => Outcome;
  /**
   * Makes of a library what the page has planned in the staging database, all of it or nothing; fails where that library
   * has changed since, or another plan lies there. Safe to repeat.
   */
  restoreCopy: (payload: { mark: string }) => Outcome;
  /** Makes of it what it was before that. Safe to repeat. */
  undoRestore: (payload: null) => Outcome;
  /** Takes the player's words out of what the browser carries to other computers, for all of them. Safe to repeat. */
  stopRoaming: (payload: null) => Outcome;
  /**
   * Switches copies on that make themselves, by making the first, or off; makes one now, also of a smaller library; or
   * says whose was saved by hand, and of when it is. Safe to repeat.
   */
  copies: (payload: { wanted: CopyReason | 'none' } | { saved: SavedFile }) => Outcome;
  /** The file of the copy that is being made is there, or could not be made. Safe to repeat. */
  copyMade: (payload: { mark: string; outcome: CopyOutcome }) => Outcome;
  changeSettings: (payload: Partial<Settings>) => Outcome;
  /** Forgets the connection; the library stays readable. */
  disconnect: (payload: null) => Outcome;
  /** Erases the library of an account; fails for one that is connected, or being connected. Safe to repeat. */
  eraseLibrary: (payload: { accountId: string; takesOff: boolean }) => Outcome;
  /** Erases everything that the extension keeps in this browser, and counts what is left. */
  eraseEverything: (payload: null) => Outcome<Receipt>;
}

export type RequestName = keyof Protocol;
export type PayloadOf<Name extends RequestName> = Parameters<Protocol[Name]>[0];
export type ValueOf<Name extends RequestName> =
  ReturnType<Protocol[Name]> extends Outcome<infer Value> ? Value : never;

export const messenger = defineExtensionMessaging<Protocol>();
