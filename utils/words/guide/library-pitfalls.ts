import { DISCONNECT_ONLY, ERASE } from '../disconnecting';
import { COPY_REPORT, EVIDENCE } from '../evidence';
import { SYNC_NOW } from '../names';
import type { GuideEntry } from './entry';

/** What is asked about games, safety, and what is kept. */
export const LIBRARY_PITFALLS = [
  {
    anchor: 'missing-game',
    title: 'A game that I bought is not in the picker',
    paragraphs: [
      'Sony lists a game once its trophies were synced from the console for the first time: that you own it, or have it installed, is not enough. Start it once, open its trophies on the console and sync them there; [Pick games](#/picker) says how, below its list.',
      `Then press \`${SYNC_NOW}\` here. A game without trophies never appears there.`,
    ],
  },
  {
    anchor: 'could-not-read',
    title: 'A game or its trophies could not be read',
    paragraphs: [
      'Sony may refuse one game, not know it any more, send only part of a list, or answer in a way that is new to us. It costs that one thing only: what was known of it stays, and all the rest goes on.',
      'The [sync history](#/syncs) names each such entry, and it is asked for again by itself. A game that Sony does not list any more stays in your library, and is marked.',
    ],
  },
  {
    anchor: 'pauses',
    title: 'Why does it pause?',
    paragraphs: [
      'Sony allows about 300 requests in 15 minutes for an account, and another tracker may use up some of them. Trophy Shelf keeps to that, and says when it goes on. A pause loses nothing, and every page may be closed meanwhile.',
      'Sign-ins are limited as well: whoever asks for them again and again gets blocked by Sony, so there is a short pause between two tries.',
    ],
  },
  {
    anchor: 'turned-away',
    title: 'Sony’s network turned us away',
    paragraphs: [
      'Sony turns whole addresses away at times, most often those of a VPN or of a network that many people share. Switch the VPN off, or use another network. It may take hours until an address is let in again; Trophy Shelf tries by itself.',
    ],
  },
  {
    anchor: 'sony-trouble',
    title: 'No answer, or PlayStation has trouble',
    paragraphs: [
      'You stay connected to PlayStation meanwhile, and nothing is lost: it is tried again by itself, as soon as this device is online and Sony answers. Your library can be read all the time, also offline.',
      'Where it lasts, look whether PlayStation’s page on the status of its services says something.',
    ],
  },
  {
    anchor: 'is-it-safe',
    title: 'Is this safe?',
    paragraphs: [
      'Trophy Shelf only reads, and talks to Sony alone: there is no server of ours, and nobody counts what you do. Your password is never seen.',
      'But what Sony gives it is as powerful as what Sony’s own app has. So treat a browser that is connected like one that is signed in.',
      'What has to be kept of it lies in this browser, encrypted, with a key in two halves in different places. That stops somebody who gets hold of one part of the browser’s data. It does not stop somebody who controls your computer or your browser: they can read what the browser can read.',
      `Your library is kept in this browser, and nowhere else. In [Settings](#/settings), \`${DISCONNECT_ONLY}\` takes away the connection alone; \`${ERASE}\` takes away all of it and counts what is left. The [privacy page](#/privacy) says what is read, and from where.`,
      'Trophy Shelf is not made by Sony, and Sony does not support it.',
    ],
  },
  {
    anchor: 'lost-library',
    title: 'Lost after a repair of the browser',
    paragraphs: [
      'Where a browser takes an extension for damaged and repairs it, all that the extension had stored is gone. A cleaned, reset or restored profile of the browser does the same, in whole or in part.',
      'Connect again, and games and trophies are fetched anew: Sony has them. What only Trophy Shelf knew is lost with it: your notes, pins and picks, and on which day you played for how long.',
      'Where only one half of the key is lost, the library is still there, and connecting again is all that it takes.',
    ],
  },
  {
    anchor: 'browser-storage',
    title: 'The browser keeps no data, or cannot read it',
    paragraphs: [
      'All that Trophy Shelf has lies in the browser’s storage. What helps, by what it says:',
    ],
    list: [
      'It keeps no data: in Firefox, let it remember history in its privacy settings.',
      'There is no room left: free some space on the disk. It goes on by itself.',
      'It does not answer: mostly it is only busy, and it goes on by itself. If it never does, restart the browser.',
      'It cannot read what it has stored: close the other pages of Trophy Shelf, then restart the browser. If that does not help, erase everything in [Settings](#/settings) and connect again.',
      'A newer Trophy Shelf has been here: load the page anew, then update the extension.',
      'Your library moves to a new place: connect once. Picks, notes and pins are kept.',
    ],
  },
  {
    anchor: 'our-fault',
    title: 'Something went wrong here',
    paragraphs: [
      `That is a fault of ours. Try again. If it comes back, open “${EVIDENCE}” below the error and press \`${COPY_REPORT}\`: the report has the version, the browser and what happened, and neither a secret nor your name. Add it where you report the fault.`,
    ],
  },
] as const satisfies readonly GuideEntry[];
