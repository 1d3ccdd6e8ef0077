import type { Outcome } from '../domain/failure';
import type { Secret } from '../domain/connection/secret';
import type { Settings } from '../domain/settings';
import type { Choice } from '../domain/library/title';
import type { TrophyAnnotation } from '../domain/trophies/trophy-annotation';
import type { messenger, PayloadOf, RequestName, ValueOf } from './protocol';

let loaded: typeof messenger | null = null;

async function load(): Promise<typeof messenger> {
  return (loaded = (await import('./protocol')).messenger);
}

/** After a page's first frame. From then on what is asked leaves in the click itself: it may be the page's last. */
export async function prepareToAsk(): Promise<void> {
  await load().catch(() => undefined);
}

let transfer: { sendNpsso: (npsso: Secret) => Promise<void> } | null = null;

/** Loaded when it is wanted: what reads a code back there is large. */
async function loadTransfer(): Promise<NonNullable<typeof transfer>> {
  return (transfer = await import('./npsso-transfer'));
}

/** Before a code is pasted, for the same reason. */
export async function prepareToPaste(): Promise<void> {
  await loadTransfer().catch(() => undefined);
}

/**
 * Asks the background. A worker that dies while it answers looks like a refused message here. Requests are safe to
 * repeat, so the next worker is asked once more; a page is never left waiting.
 */
async function ask<Name extends RequestName>(
  name: Name,
  payload: PayloadOf<Name>,
): Promise<Outcome<ValueOf<Name>>> {
  const send = async (): Promise<Outcome<ValueOf<Name>>> => {
    const { sendMessage } = loaded ?? (await load());
    return (await sendMessage(name, payload as never)) as Outcome<ValueOf<Name>>;
  };
  try {
    return await send().catch(send);
  } catch {
    return { ok: false, failure: { cause: 'unexpected', during: name } };
  }
}

/** What pages call. Each is a request of the protocol. */
export const askBackground = {
  connect: () => ask('connect', null),
  connectAnyway: () => ask('connectAnyway', null),
  startFresh: () => ask('startFresh', null),
  async connectPasted(npsso: Secret): Promise<Outcome> {
    const { sendNpsso } = transfer ?? (await loadTransfer());
    // Both leave in the click itself, as far as they are loaded: the other side waits a moment for the code.
    const sent = sendNpsso(npsso);
    const asked = ask('connectPasted', null);
    await sent;
    return asked;
  },
  cancelConnecting: () => ask('cancelConnecting', null),
  openSignIn: () => ask('openSignIn', null),
  /** The NPSSO then waits to be taken over, once. */
  lendNpsso: () => ask('lendNpsso', null),
  resume: () => ask('resume', null),
  pageShown: () => ask('pageShown', null),
  tabLoaded: (tabId: number) => ask('tabLoaded', { tabId }),
  syncNow: () => ask('syncNow', null),
  stopSync: () => ask('stopSync', null),
  openGame: (npCommunicationId: string) => ask('openGame', { npCommunicationId }),
  fetchGame: (npCommunicationId: string) => ask('fetchGame', { npCommunicationId }),
  chooseGames: (choices: [npCommunicationId: string, choice: Choice][]) =>
    ask('chooseGames', { choices }),
  annotateTrophy: (annotation: TrophyAnnotation) => ask('annotateTrophy', annotation),
  newsSeen: (upTo: number) => ask('newsSeen', { upTo }),
  acknowledgeLoss: () => ask('acknowledgeLoss', null),
  showLibrary: (library: string | null) => ask('showLibrary', { library }),
  changeSettings: (change: Partial<Settings>) => ask('changeSettings', change),
  disconnect: () => ask('disconnect', null),
  eraseLibrary: (accountId: string) => ask('eraseLibrary', { accountId }),
  eraseEverything: () => ask('eraseEverything', null),
};
