/** Everything that can go wrong, as a closed list: apart from `failure.ts`, so that a popup opens without it. */
export const CAUSES = [
  'not-signed-in', // nobody is signed in at PlayStation in this browser
  'session-half-dead', // Sony names a session, then refuses to use it
  'terms-to-accept', // Sony wants new terms accepted first
  'profile-unfinished', // the account's profile is not finished
  'child-account', // a child's account, which its family's rules keep from us
  'account-attention', // Sony wants something first, and does not say what
  'code-refused', // the sign-in code was refused or used up
  'token-refused', // the refresh token was refused before its time
  'access-refused', // Sony gives access tokens, and refuses them wherever they are used
  'refused-alone', // Sony refuses one thing to an access token that it takes for others
  'token-replaced', // the same, just after it was given: somebody else connects the account too
  'token-lost', // what was kept of the refresh token does not open any more
  'connection-expired', // the refresh token came to its end
  'npsso-refused', // a pasted NPSSO that Sony does not accept
  'paste-interrupted', // the pasted NPSSO is gone: with its ten minutes, the browser, or a worker that had not kept it
  'other-account', // the sign-in at hand is another account's
  'too-many-requests', // Sony asks for a pause
  'own-pause', // our own budget is spent, so that Sony does not have to ask for a pause
  'edge-block', // Sony's network edge refused this address or this extension
  'sony-down', // Sony answers with a server error
  'no-answer', // the connection was dropped, or no answer came in time
  'offline', // this device is offline
  'answer-not-understood', // the answer is not of the shape that we know
  'list-short', // a list has fewer rows than Sony counts, and no two readings agree
  'not-permitted', // Sony keeps this from us: its access control says so
  'not-found', // Sony does not know the thing that was asked for
  'permission-missing', // the player took away access to Sony's hosts
  'sign-in-pause', // our own limit on checks of the sign-in and exchanges: asking in a loop gets an address blocked
  'storage-unavailable', // the browser does not let the extension keep data
  'private-window', // a page of ours in a private window cannot read what is kept
  'storage-full', // there is no room left on the disk
  'storage-damaged', // the browser cannot read what it has stored
  'storage-silent', // the browser does not answer in time when a database is opened, read or written
  'storage-newer', // a later version of the extension wrote the database
  'storage-renewed', // an earlier version kept its data in another way: connecting fetches it anew
  'library-connected', // a library that is to be erased is that of the connected account by now
  'library-compared', // a page compares the library with a copy: until then no sync is to change it
  'notifications-refused', // the browser or the player said no to notifications
  'left-behind', // something is still kept after everything was erased
  'unexpected', // a fault of our own
] as const;
