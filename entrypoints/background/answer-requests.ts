import { browser } from 'wxt/browser';
import { sleep } from '../../utils/browser/device-clock';
import { withoutRefusal } from '../../utils/domain/connection/after-request';
import { failureOf, type Outcome } from '../../utils/domain/failure';
import { payloads } from '../../utils/messaging/payloads';
import type { PayloadOf, RequestName, ValueOf } from '../../utils/messaging/protocol';
import { connectionRecord } from '../../utils/status/write';
import type { Background } from './compose';
import { restoreCopy, undoRestore } from './restore-copy';
import { showLibrary } from './shown-library';
import { pageShown, resume } from './wake-ups';

/** Pages say within so many milliseconds that what was asked for is under way. */
const TOLD_WITHIN = 600;

interface Sender {
  id?: string;
  url?: string;
}

type Answers = {
  [Name in RequestName]: (payload: PayloadOf<Name>) => Promise<ValueOf<Name> | void>;
};

/** The answer to a request, whoever sent it with whatever payload. */
export type Answer = (
  name: RequestName,
  data: unknown,
  sender: Sender,
) => Promise<Outcome<unknown>>;

/** One line per request. A request that is not answered here does not compile. */
export function answersOf(background: Background): Answer {
  const { connection, copies, library, roaming, settings, signIn, ready } = background;
  // Not waited for: what the player changed is stored, and whoever wakes looks again.
  const tellOthers = (): void => void roaming.carryOn().catch(() => undefined);
  const answers: Answers = {
    connect: () => connection.ask('connect'),
    connectAnyway: () => connection.ask('connect-anyway'),
    startFresh: () => connection.ask('start-fresh'),
    connectPasted: () => connection.connectPasted(),
    cancelConnecting: () => connection.ask('cancel'),
    openSignIn: () => connection.ask('sign-in'),
    lendNpsso: () => connection.lendNpsso(),
    resume: () => resume(background),
    pageShown: () => pageShown(background),
    tabLoaded: ({ tabId }) => signIn.pageLoaded(tabId),
    syncNow: async () => {
      await connectionRecord.change(withoutRefusal);
      // Starts, and does not wait for the end: a page may ask and close. Its button is busy until it says more.
      await library.sync();
      await sleep(TOLD_WITHIN);
    },
    stopSync: () => library.stop(),
    openGame: ({ npCommunicationId }) => library.openGame(npCommunicationId),
    fetchGame: ({ npCommunicationId }) => library.fetchGame(npCommunicationId),
    chooseGames: ({ choices }) => library.chooseGames(new Map(choices)),
    async markGame({ npCommunicationId, marks }) {
      await library.markGame(npCommunicationId, marks);
      tellOthers();
    },
    async annotateTrophy(annotation) {
      await library.annotateTrophy(annotation);
      tellOthers();
    },
    notThis: (change) => library.notThis(change),
    setGoal: ({ id, goal }) => library.setGoal(id, goal),
    newsSeen: ({ upTo }) => library.noteNewsSeen(upTo),
    async acknowledgeLoss() {
      await copies.noteLoss();
      await library.acknowledgeLoss();
    },
    showLibrary: ({ library: shown }) => showLibrary(shown, background.clock.now),
    restoreCopy: ({ mark }) => restoreCopy(background, mark),
    undoRestore: () => undoRestore(background),
    stopRoaming: () => roaming.end(),
    copies: (said) => ('saved' in said ? copies.noteSaved(said.saved) : copies.ask(said.wanted)),
    copyMade: (said) => copies.made(said),
    changeSettings: (change) => settings.make(change),
    disconnect: () => connection.ask('disconnect'),
    eraseLibrary: ({ accountId, takesOff }) => connection.eraseLibrary(accountId, takesOff),
    eraseEverything: () => connection.eraseEverything(),
  };
  return async (name, data, sender) => {
    try {
      const payload = payloads[name].safeParse(data);
      if (!isOurPage(sender) || !payload.success) return refused(name);
      await ready();
      // `Answers` holds each payload to its name, which a variable cannot show.
      const work = answers[name] as (payload: unknown) => Promise<unknown>;
      return { ok: true, value: (await work(payload.data)) ?? null };
    } catch (thrown) {
      return { ok: false, failure: failureOf(thrown) };
    }
  };
}

function refused(during: RequestName): Outcome<never> {
  return { ok: false, failure: { cause: 'unexpected', during } };
}

function isOurPage({ id, url }: Sender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
}
