import { DISCONNECT_ONLY, ERASE } from './disconnecting';
import { COPY_REPORT } from './evidence';
import type { GuideEntry } from './guide/entry';
import { COPY_NPSSO } from './lend-npsso';
import { CONNECT } from './names';
import { SHOW_PICTURES } from './settings';

/** Every host that is asked for something. A test holds them to the pages' policy. */
export const HOSTS_TALKED_TO = {
  signIn: 'ca.account.sony.com',
  games: 'm.np.playstation.com',
} as const;
export const HOSTS_OF_PICTURES = [
  'image.api.playstation.com',
  'psnobj.prod.dl.playstation.net',
  'static-resource.np.community.playstation.net',
  'psn-rsc.prod.dl.playstation.net',
] as const;

/** What the page says of itself, first of all. */
export const PRIVACY_INTRODUCTION =
  'What Trophy Shelf reads, from where, where it stays, and how it goes. It is unofficial: not made by Sony, not affiliated with Sony, and not supported by Sony.';

/** All of the privacy page, in its order: the page and `docs/privacy.md` are made of it. */
export const PRIVACY_ENTRIES = [
  {
    anchor: 'in-short',
    title: 'In short',
    paragraphs: [
      'Everything stays in this browser, on this computer. Nobody but Sony is asked for anything. There is no server of ours, no account with us, no advertising, and nobody counts what you do.',
    ],
  },
  {
    anchor: 'what-is-read',
    title: 'What is read',
    paragraphs: [
      `Nothing at all before you press \`${CONNECT}\`. From then on, when you connect, once a day, and when you ask for it:`,
    ],
    list: [
      'your profile: account number, online ID, picture, and whether you have PS Plus',
      'your trophies: level, sums, the list of your games, and for each game its trophies, which of them you have, and since when',
      'your played games: which, when first and last, how long and how often',
      'your sign-in at PlayStation in this browser: whether there is one, of which account, and until when',
    ],
    after: [
      'It only reads. It changes nothing at PlayStation, buys nothing, and writes to nobody. Pages that you visit are not read, and neither are your history or bookmarks.',
    ],
  },
  {
    anchor: 'sign-in',
    title: 'Your sign-in',
    paragraphs: [
      'Your password is never seen: you sign in on Sony’s own page. Trophy Shelf then uses the sign-in that this browser has, to ask Sony for a connection of its own.',
      'That connection is as powerful as a password: whoever has it can do what Sony’s own app can do with your account, although Trophy Shelf only reads. So treat a browser that is connected like one that is signed in.',
      'What your sign-in is known by is read once, used once, and stored nowhere on the disk. What has to be kept of the connection is encrypted, with a key in two halves in different places. That does not stop somebody who controls this computer or this browser: they can read what the browser can read.',
    ],
  },
  {
    anchor: 'hosts',
    title: 'Who is asked',
    paragraphs: ['These hosts, all of them Sony’s, and no other:'],
    list: [
      `\`${HOSTS_TALKED_TO.signIn}\`: your sign-in, and the connection made from it`,
      `\`${HOSTS_TALKED_TO.games}\`: profile, games and trophies`,
      `${HOSTS_OF_PICTURES.map((host) => `\`${host}\``).join(', ')}: covers, trophy pictures and avatars, when they are drawn. They are not told from which page. With “${SHOW_PICTURES}” switched off in [Settings](#/settings) they are not asked`,
    ],
    after: [
      'As with every page of the web, a host that is asked sees the address of your device. PlayStation’s own pages are opened in a tab where you have to sign in or out, and go by Sony’s own rules.',
    ],
  },
  {
    anchor: 'where-it-stays',
    title: 'Where it stays',
    paragraphs: [
      'In the storage that this browser has for its extensions, on this computer. The library with your notes, pins and picks is not encrypted. Nothing of it is synchronised with other devices, and nothing is sent to us or sold or given to anybody.',
      `Something leaves it only where you take it out yourself: a report with \`${COPY_REPORT}\`, which has no name in it and no secret; a date for your calendar; your sign-in with \`${COPY_NPSSO}\`.`,
    ],
  },
  {
    anchor: 'how-long',
    title: 'How long, and how it goes',
    paragraphs: [
      '[Settings](#/settings) says how much there is, and how long each kind of it is kept.',
      `There, \`${DISCONNECT_ONLY}\` forgets the connection alone, and \`${ERASE}\` takes everything away and counts what is left. Removing the extension from the browser takes everything, too.`,
      'The browser’s own history, cookies and cache are the browser’s. Erasing here forgets the connection, and does not end it at Sony: changing your password there does.',
    ],
  },
  {
    anchor: 'promise',
    title: 'What it is used for',
    paragraphs: [
      'What is read is used to show you your own games and trophies, and for nothing else. Information received from Sony is used as the Chrome Web Store’s User Data Policy demands, its Limited Use requirements included.',
      'Where any of this changes, this page changes with that version, before anything else is read.',
    ],
  },
] as const satisfies readonly GuideEntry[];
