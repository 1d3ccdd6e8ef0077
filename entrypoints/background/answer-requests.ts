import { browser } from 'wxt/browser';
import { failureOf, type Outcome } from '../../utils/domain/failure';
import {
  messenger,
  payloads,
  type PayloadOf,
  type RequestName,
  type ValueOf,
} from '../../utils/messaging/protocol';
import type { Work } from './compose';

interface Sender {
  id?: string;
  url?: string;
}

type Answers = {
  [Name in RequestName]: (payload: PayloadOf<Name>) => Promise<ValueOf<Name> | void>;
};

/** One line per request. A request that is not registered here does not compile. */
export function answerRequests(work: Work): void {
  const answers: Answers = {
    connect: () => work.ask('connect'),
    connectAnyway: () => work.ask('connect-anyway'),
    startFresh: () => work.ask('start-fresh'),
    connectPasted: work.connectPasted,
    cancelConnecting: () => work.ask('cancel'),
    openSignIn: () => work.ask('sign-in'),
    lendNpsso: work.lendNpsso,
    resume: work.resume,
    syncNow: work.syncNow,
    stopSync: work.stopSync,
    openGame: work.openGame,
    fetchGame: work.fetchGame,
    chooseGames: work.chooseGames,
    markTrophy: work.markTrophy,
    acknowledgeLoss: work.acknowledgeLoss,
    changeSettings: work.changeSettings,
    disconnect: () => work.ask('disconnect'),
    eraseEverything: work.eraseEverything,
  };
  for (const name of Object.keys(answers) as RequestName[]) listen(name, answers[name], work.ready);
}

function listen<Name extends RequestName>(
  name: Name,
  work: Answers[Name],
  ready: Promise<void>,
): void {
  const answer = async (data: unknown, sender: Sender): Promise<Outcome<unknown>> => {
    try {
      const payload = payloads[name].safeParse(data);
      if (!isOurPage(sender) || !payload.success) return refused(name);
      await ready;
      return { ok: true, value: (await work(payload.data)) ?? null };
    } catch (thrown) {
      return { ok: false, failure: failureOf(thrown) };
    }
  };
  // `Answers` holds each value to its name; the messenger's own types cannot see that through a variable.
  messenger.onMessage(name, async ({ data, sender }) => (await answer(data, sender)) as never);
}

function refused(during: RequestName): Outcome<never> {
  return { ok: false, failure: { cause: 'unexpected', during } };
}

function isOurPage({ id, url }: Sender): boolean {
  const own = new URL(browser.runtime.getURL('/popup.html')).host;
  return id === browser.runtime.id && URL.canParse(url ?? '') && new URL(url ?? '').host === own;
}
