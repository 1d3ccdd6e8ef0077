import { ALLOW_HOSTS } from '../connecting';
import { DISCONNECT, DISCONNECT_ONLY, ERASE } from '../disconnecting';
import { entries } from '../en/guide.json';
import { COPY_REPORT, EVIDENCE } from '../evidence';
import { COPY_NPSSO } from '../lend-npsso';
import { CONNECT, PICK_GAMES, SIGN_IN_AGAIN, START_FRESH, SYNC_NOW } from '../names';
import { NPSSO, NPSSO_PAGE, PASTE, VERIFY } from '../paste';
import { RENEWAL, WARN } from '../staying-connected';
import { BY_HAND } from '../syncing';
import { entryOf, type EntryWords, type GuideEntry } from './entry';
import type { Anchor } from './text-pieces';

/** What is named in the guide as it is called elsewhere. */
const NAMED = {
  allowHosts: ALLOW_HOSTS,
  answer: '{"npsso":"aB3dE6…","expires_in":5183983}',
  byHand: BY_HAND,
  connect: CONNECT,
  copyNpsso: COPY_NPSSO,
  copyReport: COPY_REPORT,
  disconnect: DISCONNECT,
  disconnectOnly: DISCONNECT_ONLY,
  erase: ERASE,
  evidence: EVIDENCE,
  npsso: NPSSO,
  npssoPage: NPSSO_PAGE,
  paste: PASTE,
  pickGames: PICK_GAMES,
  renewal: RENEWAL,
  signInAgain: SIGN_IN_AGAIN,
  startFresh: START_FRESH,
  syncNow: SYNC_NOW,
  verify: VERIFY,
  warn: WARN,
};

const PICTURES: Partial<Record<Anchor, string>> = {
  'step-sign-out': 'guide-psn-logout.png',
  'step-token': 'guide-psn-npsso.png',
  'step-paste': 'guide-psn-paste.png',
  'step-pick': 'guide-psn-importer.png',
  'step-ends': 'guide-psn-countdown.png',
};

export function entriesOf(...anchors: Anchor[]): GuideEntry[] {
  return anchors.map((anchor) => {
    const said: EntryWords<typeof NAMED> = entries[anchor];
    const { alternative } = said;
    const file = PICTURES[anchor];
    const entry = entryOf(anchor, said, NAMED);
    return file === undefined || alternative === undefined
      ? entry
      : { ...entry, picture: { file, alternative } };
  });
}
