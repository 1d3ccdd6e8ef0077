import type { Failure, Outcome } from '../domain/failure';
import type { PastedCode } from '../domain/connection/npsso';
import type { messenger, PayloadOf, RequestName, ValueOf } from './protocol';

let loaded: typeof messenger | null = null;

async function load(): Promise<typeof messenger> {
  return (loaded = (await import('./protocol')).messenger);
}

/** After a page's first frame. From then on what is asked leaves in the click itself: it may be the page's last. */
export async function prepareToAsk(): Promise<void> {
  await load().catch(() => undefined);
}

let transfer: { sendNpsso: (code: PastedCode) => Promise<void> } | null = null;

/** Loaded when it is wanted: what reads a code back there is large. */
async function loadTransfer(): Promise<NonNullable<typeof transfer>> {
  return (transfer = await import('./npsso-transfer'));
}

/** Before a code is pasted, for the same reason. */
export async function prepareToPaste(): Promise<void> {
  await loadTransfer().catch(() => undefined);
}

/** What a request says beside its name: maybe nothing. */
export type Said<Name extends RequestName> =
  PayloadOf<Name> extends null ? [] : [payload: PayloadOf<Name>];

/**
 * Asks the background. A worker that dies while it answers looks like a refused message here. Requests are safe to
 * repeat, so the next worker is asked once more; a page is never left waiting.
 */
export async function askBackground<Name extends RequestName>(
  name: Name,
  ...said: Said<Name>
): Promise<Outcome<ValueOf<Name>>> {
  const send = async (): Promise<Outcome<ValueOf<Name>>> => {
    const { sendMessage } = loaded ?? (await load());
    return (await sendMessage(name, (said[0] ?? null) as never)) as Outcome<ValueOf<Name>>;
  };
  try {
    return await send().catch(send);
  } catch {
    return unanswered(name);
  }
}

/** Asks for a connection by a pasted code, which goes another way. */
export async function askWithCode(code: PastedCode): Promise<Outcome> {
  try {
    const { sendNpsso } = transfer ?? (await loadTransfer());
    // Both leave in the click itself, as far as they are loaded: the other side waits a moment for the code.
    const sent = sendNpsso(code);
    const asked = askBackground('connectPasted');
    await sent;
    return await asked;
  } catch {
    return unanswered('connectPasted');
  }
}

function unanswered(name: RequestName): { ok: false; failure: Failure } {
  return { ok: false, failure: { cause: 'unexpected', during: name } };
}
