import type { OfSignIn } from '../../domain/connection/need';
import type { Cause } from '../../domain/failure';
import type { Anchor } from './text-pieces';

/** Where the guide says more of what went wrong, or of what is needed. */
const ANCHORS: Record<Cause | OfSignIn, Anchor> = {
  'runs-out': 'step-ends',
  'more-time': 'ten-days',
  'renewal-off': 'ten-days',
  'signed-out': 'i-signed-out',
  'other-account-signed-in': 'two-accounts',
  'sign-in-refused': 'stale-sign-in',
  'no-sign-in': 'ten-days',

  'not-signed-in': 'sign-in-not-seen',
  'session-half-dead': 'stale-sign-in',
  'terms-to-accept': 'sony-wants-something',
  'profile-unfinished': 'sony-wants-something',
  'child-account': 'sony-wants-something',
  'account-attention': 'sony-wants-something',
  'code-refused': 'code-failed',
  'token-refused': 'ended-early',
  'access-refused': 'sony-trouble',
  'refused-alone': 'could-not-read',
  'token-replaced': 'two-browsers',
  'token-lost': 'lost-library',
  'connection-expired': 'step-ends',
  'npsso-refused': 'code-failed',
  'paste-interrupted': 'code-failed',
  'other-account': 'two-accounts',
  'too-many-requests': 'pauses',
  'own-pause': 'pauses',
  'edge-block': 'turned-away',
  'sony-down': 'sony-trouble',
  'no-answer': 'sony-trouble',
  offline: 'sony-trouble',
  'answer-not-understood': 'could-not-read',
  'list-short': 'could-not-read',
  'not-permitted': 'sony-wants-something',
  'not-found': 'could-not-read',
  'permission-missing': 'switched-off',
  'sign-in-pause': 'pauses',
  'storage-unavailable': 'browser-storage',
  'private-window': 'private-windows',
  'storage-full': 'browser-storage',
  'storage-damaged': 'browser-storage',
  'storage-silent': 'browser-storage',
  'storage-newer': 'browser-storage',
  'storage-renewed': 'browser-storage',
  'library-connected': 'two-accounts',
  'library-compared': 'pauses',
  'notifications-refused': 'step-ends',
  'left-behind': 'browser-storage',
  unexpected: 'our-fault',
};

/** The anchor that an address of the guide means: what is about a failure names its cause. */
export function anchorIn(address: string): string {
  return Object.hasOwn(ANCHORS, address) ? ANCHORS[address as Cause | OfSignIn] : address;
}
