import type { Outcome } from '../domain/failure';
import { messenger, type RequestName } from './protocol';

/**
 * Asks the background. A worker that dies while it answers looks like a refused message here: what it was doing
 * is stored, and `resume` takes it up, so the page is told `ok: false` instead of being left waiting.
 */
async function ask(name: RequestName): Promise<Outcome> {
  try {
    return await messenger.sendMessage(name, null);
  } catch {
    return { ok: false, failure: { cause: 'unexpected', during: name } };
  }
}

export const askBackground: Record<RequestName, () => Promise<Outcome>> = {
  connect: () => ask('connect'),
  cancelConnecting: () => ask('cancelConnecting'),
  openSignIn: () => ask('openSignIn'),
  resume: () => ask('resume'),
  syncNow: () => ask('syncNow'),
};
