import { ALLOW_HOSTS } from '../connecting';
import { DISCONNECT } from '../disconnecting';
import { CONNECT, PLAYSTATION_SITE, SIGN_IN_AGAIN, START_FRESH } from '../names';
import { RENEWAL } from '../staying-connected';
import type { GuideEntry } from './entry';

/** What goes wrong about signing in and being connected. */
export const CONNECTION_PITFALLS = [
  {
    anchor: 'ten-days',
    title: 'Expires in 10 days right after connecting',
    paragraphs: [
      'About 10 days is what Sony gives a connection at present. The countdown shows more only where the connection renews itself, and it does not do so in these cases:',
    ],
    list: [
      `It came from a pasted code, or nobody is signed in at PlayStation in this browser any more. Sign in to the same account in this browser: \`${SIGN_IN_AGAIN}\` does it.`,
      `“${RENEWAL}” is switched off in [Settings](#/settings). Switch it on.`,
      `Your sign-in is old, and ends then itself. \`${START_FRESH}\` takes you to about 60 days: [step 1](#/guide/step-sign-out).`,
    ],
  },
  {
    anchor: 'code-failed',
    title: 'The code did not work',
    paragraphs: ['A pasted code is refused where it is'],
    list: [
      'cut off: it has 64 characters. Copy the whole answer of the page.',
      'over: somebody logged out in that browser, or closed the private window, since it was copied. Sign in there and copy it anew.',
      'something else: the cookie page says `Invalid login` where nobody is signed in.',
    ],
    after: [
      'If the browser was closed or interrupted us meanwhile, paste it once more: it was kept nowhere.',
      'In one click there is a code as well, which Sony gives us for a moment and for one use. Where Sony refuses that one, trying again mostly helps.',
    ],
  },
  {
    anchor: 'sign-in-not-seen',
    title: 'I am signed in, and it says that nobody is',
    paragraphs: [
      'Sign in on the tab that Trophy Shelf has opened, in a normal tab of this browser. A sign-in in another browser, in [a private window or a container](#/guide/private-windows) does not count.',
      'A sign-in on the console or in Sony’s app is another one, too.',
    ],
  },
  {
    anchor: 'stale-sign-in',
    title: 'Sony does not take my sign-in any more',
    paragraphs: [
      `It happens that PlayStation’s pages still show you as signed in while Sony refuses to go by it. A new sign-in puts it right: \`${SIGN_IN_AGAIN}\`. Where the page passes you on without asking, log out there first.`,
    ],
  },
  {
    anchor: 'i-signed-out',
    title: 'I signed out',
    paragraphs: [
      'Signing out at PlayStation ends the sign-in from which the connection renews itself. It goes on for a while, in other people’s experience for a week at most, and Trophy Shelf counts down to that, with “about”.',
      `\`${SIGN_IN_AGAIN}\` puts it right, in the same browser and with the same account. Your library stays as it is all the time.`,
      'So stay signed in after connecting. Closing the tab, or the browser, is no signing out.',
    ],
  },
  {
    anchor: 'ended-early',
    title: 'It ended before its time',
    paragraphs: [
      `A changed password ends every connection, and so does signing out on all devices. \`${CONNECT}\` makes a new one; your library stays.`,
      'If neither was you, somebody else may have been in your account: look at its security settings at PlayStation.',
    ],
  },
  {
    anchor: 'two-accounts',
    title: 'Two accounts in one browser',
    paragraphs: [
      'A browser is signed in to one PlayStation account at a time, and Trophy Shelf is connected to one. If somebody else signs in, it stays with your account and says so: it cannot renew itself until you sign in again.',
      `To change over, choose \`${DISCONNECT}\` in [Settings](#/settings) and keep the library, sign in to the other account, and connect. Each account has a library of its own; nothing is mixed, and yours is back when you connect again.`,
      'For two accounts at the same time, use two profiles of the browser.',
    ],
  },
  {
    anchor: 'two-browsers',
    title: 'Another browser or tracker took over',
    paragraphs: [
      'Sony may end one connection when another begins for the same account. Two browsers with Trophy Shelf, or another tracker, then end each other’s. Keep your account connected in one of them. Trophy Shelf tries again by itself, less and less often.',
    ],
  },
  {
    anchor: 'passkey',
    title: 'Passkey or 2-step sign-in',
    paragraphs: [
      'Both work, and nothing is different. You sign in on Sony’s own page with whatever it asks for; Trophy Shelf only goes by the result. Renewing by itself asks you for nothing, and neither does a sync.',
    ],
  },
  {
    anchor: 'private-windows',
    title: 'Private windows and containers',
    paragraphs: [
      'What an extension asks Sony goes by the sign-in of the browser’s normal windows. A sign-in in a private window or in one of Firefox’s containers is kept apart from it, so it is not seen. Sign in in a normal tab, or [paste a code](#/guide/step-token).',
      'The library is in normal windows only, too. Where Firefox is set never to remember history, every window is private: let it remember history in its privacy settings.',
    ],
  },
  {
    anchor: 'switched-off',
    title: 'PlayStation is switched off for Trophy Shelf',
    paragraphs: [
      `The browser lets you decide which sites an extension may reach. Trophy Shelf needs two of Sony’s: one to sign in, one for games and trophies. Press \`${ALLOW_HOSTS}\`, answer the browser’s question, and it goes on by itself.`,
    ],
  },
  {
    anchor: 'sony-wants-something',
    title: 'Sony wants something from me first',
    paragraphs: [
      `New terms to accept, a profile that is not finished, rules of a family: Sony says so where it is asked for your data, and only you can put it right. Sign in at [playstation.com](${PLAYSTATION_SITE}), and do what it asks. Trophy Shelf tries again by itself; only a pasted code has to be pasted once more.`,
      'A child’s account needs the family manager, who can change its rules there.',
    ],
  },
] as const satisfies readonly GuideEntry[];
