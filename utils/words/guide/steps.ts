import { COPY_NPSSO } from '../lend-npsso';
import { PICK_GAMES, SIGN_IN_AGAIN, START_FRESH, SYNC_NOW } from '../names';
import { NPSSO, NPSSO_PAGE, PASTE, VERIFY } from '../paste';
import { WARN } from '../staying-connected';
import { BY_HAND } from '../syncing';
import type { GuideEntry } from './entry';

/** The six steps that players know from other trackers. */
export const STEP_BY_STEP = [
  {
    anchor: 'step-sign-out',
    title: 'Log out at PlayStation and in again',
    picture: {
      file: 'guide-psn-logout.png',
      alternative:
        'A drawing of the account page at PlayStation with the button that signs out marked; beside it Trophy Shelf, which waits for the sign-out and the new sign-in.',
    },
    paragraphs: [
      'Recommended where your sign-in is old. Sony ends a sign-in about 60 days after you signed in, whatever is done with it meanwhile, and the connection ends with it. Logging out and in again begins a new one.',
      `Where 14 days or less are left, \`${START_FRESH}\` in the popup and in [Settings](#/settings) leads through it: it opens PlayStation’s page, waits until you are out and in again, and connects by itself.`,
      'Log out before you connect, not afterwards: see [I signed out](#/guide/i-signed-out). Other trackers that use the old sign-in end with it.',
    ],
  },
  {
    anchor: 'step-token',
    title: 'Find the session token',
    picture: {
      file: 'guide-psn-npsso.png',
      alternative:
        'A drawing of the page with the session token: one line of text, in which the 64 characters between the quotation marks after npsso are marked.',
    },
    paragraphs: [
      'Only for a browser in which one click is not possible: one without Trophy Shelf, a private window, or a container.',
      `Sign in at PlayStation there, and open this address in the same browser: \`${NPSSO_PAGE}\``,
      'The answer is one line like `{"npsso":"aB3dE6…","expires_in":5183983}`. The 64 characters after `npsso` are the session token. The number is the seconds that your sign-in has left: here 60 days.',
      'An answer with `Invalid login` means that nobody is signed in there. Sign in and load the page anew.',
      'The token is as powerful as your password: show it to nobody.',
      `In another browser that has Trophy Shelf, \`${COPY_NPSSO}\` in its [Settings](#/settings) does the same.`,
    ],
  },
  {
    anchor: 'step-paste',
    title: `Paste it, and press ${VERIFY}`,
    picture: {
      file: 'guide-psn-paste.png',
      alternative:
        'The settings of Trophy Shelf with the field NPSSO, filled with dots, and the button Verify & connect below it.',
    },
    paragraphs: [
      `Open \`${PASTE}\` in the popup or in [Settings](#/settings). Paste the token, or the whole answer, into the field \`${NPSSO}\`, and press \`${VERIFY}\`.`,
      'Trophy Shelf trades the token for a connection, once, and keeps it nowhere. So such a connection does not renew itself: at present Sony lets it last about 10 days, and then a new token has to be pasted.',
      'Signing in to the same account in this browser as well ends that: from then on it renews itself.',
    ],
  },
  {
    anchor: 'step-pick',
    title: 'Pick your games',
    picture: {
      file: 'guide-psn-importer.png',
      alternative:
        'Pick games: a list of games with their covers, platforms and progress, those of the last 90 days ticked, and the button that imports them.',
    },
    paragraphs: [
      `[${PICK_GAMES}](#/picker) lists every game of yours that has a trophy set. Those that you played in the last 90 days are ticked already. Tick more, or fewer, and press \`Import\`: the page says before how many requests it takes and about how long.`,
      'The trophies of ticked games are fetched and kept up to date. The others stay in your library with their numbers, and opening one of them fetches its trophies at once.',
    ],
  },
  {
    anchor: 'step-sync',
    title: 'A sync every day at 03:00 UTC',
    paragraphs: [
      `Every day, within ten minutes after 03:00 UTC, Trophy Shelf asks Sony for what has changed. [Settings](#/settings) has other hours, and “${BY_HAND}”.`,
      'The browser has to run for it, but no page has to be open. A sync that was missed is made up for when the browser starts.',
      `\`${SYNC_NOW}\` in the popup and in the library does it at any time. What each one found is in the [sync history](#/syncs).`,
    ],
  },
  {
    anchor: 'step-ends',
    title: 'When it runs out',
    picture: {
      file: 'guide-psn-countdown.png',
      alternative:
        'The popup three times: connected in green, with 9 days left in amber, and with 36 hours left in red, each with what to do.',
    },
    paragraphs: [
      'Popup, library and [Settings](#/settings) count down to the day on which you have to act, and so does the icon in the toolbar from 14 days on. The colours mean:',
    ],
    zones: {
      green: 'More than 14 days left. Nothing is to be done, and the icon shows nothing.',
      amber: `14 days or less left; the icon shows how many. Press the one main button when it suits you: mostly \`${START_FRESH}\`, which takes you to about 60 days.`,
      red: '2 days or less left; the icon shows days, hours or minutes. Press it now.',
      expired: `Syncing has stopped, and the icon shows \`!\`. Your library stays as it is, and can be read. The one main button connects again.`,
    },
    after: [
      `What the button says depends on what is missing: \`${START_FRESH}\` where your sign-in runs out, \`${SIGN_IN_AGAIN}\` where there is none.`,
      `\`${WARN}\` in [Settings](#/settings) shows a notification with 14 days left, with 2 days left, and at the end.`,
    ],
  },
] as const satisfies readonly GuideEntry[];
