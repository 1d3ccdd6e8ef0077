import { browser } from 'wxt/browser';
import { failureOf, type Outcome } from '@/utils/domain/failure';
import { messenger, payloads, type RequestName } from '@/utils/messaging/protocol';
import type { Work } from './compose';

/** One line per request. A request that is not registered here does not compile. */
export function answerRequests(work: Work): void {
  const answers: Record<RequestName, () => Promise<void>> = {
    connect: () => work.connecting.connect(),
    cancelConnecting: () => work.connecting.cancel(),
    openSignIn: () => work.connecting.signIn(),
    resume: () => work.resume(),
    syncNow: () => work.startSync(),
  };
  for (const name of Object.keys(answers) as RequestName[]) {
    messenger.onMessage(name, ({ data, sender }) => answer(name, data, sender, answers[name]));
  }
}

async function answer(
  name: RequestName,
  data: unknown,
  sender: { id?: string; url?: string },
  work: () => Promise<void>,
): Promise<Outcome> {
  try {
    if (!isOurPage(sender) || !payloads[name].safeParse(data).success) {
      return { ok: false, failure: { cause: 'unexpected', during: name } };
    }
    await work();
    return { ok: true, value: null };
  } catch (thrown) {
    return { ok: false, failure: failureOf(thrown) };
  }
}

function isOurPage({ id, url }: { id?: string; url?: string }): boolean {
  return id === browser.runtime.id && new URL(url ?? 'about:blank').host === ownHost();
}

function ownHost(): string {
  return new URL(browser.runtime.getURL('/popup.html')).host;
}
