import { DISCONNECT_ONLY, ERASE } from './disconnecting';
import { byItself } from './en/copies.json';
import { entries } from './en/privacy.json';
import { COPY_REPORT } from './evidence';
import { entryOf, type EntryWords, type GuideEntry } from './guide/entry';
import { COPY_NPSSO } from './lend-npsso';
import { CONNECT } from './names';
import { ROAMS } from './roaming';
import { SHOW_PICTURES } from './settings';

export {
  /** What the page says of itself, first of all. */
  introduction as PRIVACY_INTRODUCTION,
} from './en/privacy.json';

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

const [pictureHost1, pictureHost2, pictureHost3, pictureHost4] = HOSTS_OF_PICTURES;

/** What is named on the page as it is called elsewhere. */
const NAMED = {
  connect: CONNECT,
  copyNpsso: COPY_NPSSO,
  copyReport: COPY_REPORT,
  disconnectOnly: DISCONNECT_ONLY,
  erase: ERASE,
  byItself,
  roams: ROAMS,
  showPictures: SHOW_PICTURES,
  signInHost: HOSTS_TALKED_TO.signIn,
  gamesHost: HOSTS_TALKED_TO.games,
  ...{ pictureHost1, pictureHost2, pictureHost3, pictureHost4 },
};

const ENTRIES: Readonly<Record<string, EntryWords<typeof NAMED>>> = entries;

/** All of the privacy page, in its order: the page and `docs/privacy.md` are made of it. */
export const PRIVACY_ENTRIES: readonly GuideEntry[] = Object.entries(ENTRIES).map(
  ([anchor, said]) => entryOf(anchor, said, NAMED),
);
