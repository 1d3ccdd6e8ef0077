/** A part of the guide. */
export interface GuidePart {
  title: string;
  paragraphs: readonly string[];
}

export const ZONES_TITLE = 'What the colours mean';

/** How it works, as plainly and as honestly as we can. Each sentence is true of the code. */
export const GUIDE_SECTIONS: readonly GuidePart[] = [
  {
    title: 'How connecting works',
    paragraphs: [
      'You sign in on Sony’s own page, as always. Trophy Shelf never sees your password.',
      'It then asks Sony for a one-time code for your sign-in, and trades the code for access. From there it asks Sony for your trophies, and nobody else for anything.',
      'Trophy Shelf only reads. The access that Sony gives is the same as its own app has, so it is kept with care.',
    ],
  },
  {
    title: 'How long it lasts',
    paragraphs: [
      'There are two clocks. Your sign-in at PlayStation lasts about 60 days. The access that it was traded for ends sooner, often after 10 days, and using it does not prolong it.',
      'While you stay signed in at PlayStation in this browser, Trophy Shelf trades your sign-in for new access about once a day. So the connection lasts as long as your sign-in, and the countdown says so.',
      'Nothing prolongs the sign-in itself: only signing in again does.',
    ],
  },
  {
    title: 'What is fetched, and when',
    paragraphs: [
      'First all your games with their numbers, then when you played them, then the trophies of the games that you picked: those of the last 90 days for a start. Opening the page of another game fetches its trophies at once.',
      'Afterwards a sync runs every day at 03:00 UTC, or at the hour that you choose in the settings, and asks only for what has changed. On a day without play that is two requests.',
      'Sony allows about 300 requests in 15 minutes. Trophy Shelf stays below that, waits where it has to and goes on by itself, also when its pages are closed.',
    ],
  },
  {
    title: 'When a game is missing',
    paragraphs: [
      'Sony lists a game once its trophies were synced to PlayStation Network for the first time: open the trophies on the console, sync them there, and sync here afterwards.',
      'A game that PSN does not have any more is kept here and marked. An entry that could not be read is named in the sync history, and asked for again with the next sync.',
    ],
  },
  {
    title: 'Stay signed in afterwards',
    paragraphs: [
      'Do not sign out at PlayStation after connecting. Signing out ends the sign-in that the connection renews itself from: in other people’s experience it then lasts a week at most.',
      'Changing your password or signing out on all devices ends it at once.',
      'If somebody else signs in at PlayStation in this browser, Trophy Shelf stays with your account and says so. It cannot renew itself until you sign in again.',
    ],
  },
  {
    title: 'With a code from another browser',
    paragraphs: [
      'You can also connect with the NPSSO of a sign-in in another browser or device. It is 64 characters long and as powerful as your password.',
      'Trophy Shelf trades it for access once and keeps it nowhere. It therefore cannot renew such a connection: when it ends, paste a new one.',
      'A sign-in in a private window or in a container does not count as a sign-in in this browser.',
    ],
  },
  {
    title: 'What is kept, and how safe it is',
    paragraphs: [
      'Your library, your settings and the access to Sony are kept in this browser, and nowhere else. What is only needed now, like the code, is never written down.',
      'The access is encrypted, with a key in two halves that lie in different places. That stops someone who gets hold of one part of the browser’s data. It does not stop someone who controls your computer or your browser: they can read what the browser can read.',
      'Erasing everything in the settings removes it all and counts what is left. Keeping the library when you disconnect removes only the access.',
    ],
  },
];
