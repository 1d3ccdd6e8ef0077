import * as words from './en/welcome.json';
import { HOSTS_OF_PICTURES, HOSTS_TALKED_TO } from './privacy';

export {
  welcome as WELCOME,
  /** What it is, how it begins, and what it does then: a sentence each. */
  sentences as WELCOME_SENTENCES,
  /** To see it with games that are made up. */
  madeUpFirst as MADE_UP_FIRST,
  beforeConnecting as BEFORE_CONNECTING,
  moreOnPrivacy as MORE_ON_PRIVACY,
  howItWorks as HOW_IT_WORKS,
  /** Where nobody is new here any more. */
  alreadyConnected as ALREADY_CONNECTED,
} from './en/welcome.json';

const NO_HOSTS: readonly string[] = [];

/** What is handled, told before anything is: a question and its answer each. Hosts are named one by one. */
export const DISCLOSURES = [
  { ...words.whatIsRead, hosts: NO_HOSTS },
  { ...words.fromWhere, hosts: Object.values(HOSTS_TALKED_TO) },
  { ...words.pictures, hosts: HOSTS_OF_PICTURES },
  { ...words.whereItStays, hosts: NO_HOSTS },
  { ...words.howPowerful, hosts: NO_HOSTS },
  { ...words.whoMakesIt, hosts: NO_HOSTS },
];
