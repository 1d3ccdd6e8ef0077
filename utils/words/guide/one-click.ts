import { CONNECT } from '../names';
import type { GuideEntry } from './entry';

/** The way that makes the first three steps needless. */
export const ONE_CLICK = [
  {
    anchor: 'connect',
    title: 'Connect in one click',
    paragraphs: [
      `Sign in at PlayStation in this browser, as always, and press \`${CONNECT}\` in the popup or in [Settings](#/settings). That is all: steps 1 to 3 below are not needed then.`,
      'Where nobody is signed in yet, the click opens PlayStation’s own page, and connecting goes on by itself once you are. Many players still say PSN: it is the same PlayStation account.',
      'Trophy Shelf then asks Sony for a one-time code for your sign-in, and trades it for a connection. Your password goes to Sony’s page alone.',
      'A page opens and fills with your games. Go on with [step 4](#/guide/step-pick).',
    ],
  },
] as const satisfies readonly GuideEntry[];
