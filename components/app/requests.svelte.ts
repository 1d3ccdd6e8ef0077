import type { NeedAction } from '../../utils/domain/connection/need';
import { isOfStorage, type Failure, type Outcome } from '../../utils/domain/failure';
import type { Receipt } from '../../utils/domain/connection/receipt';
import type { PastedCode } from '../../utils/domain/connection/npsso';
import type { Settings } from '../../utils/domain/settings';
import type { Choice } from '../../utils/domain/library/title';
import { allowAccess } from '../../utils/page/allow-access';
import { askBackground, askWithCode, type Said } from '../../utils/messaging/ask-background';
import type { PayloadOf, RequestName } from '../../utils/messaging/protocol';

/** What is asked for without saying more. */
export type PlainRequest = Exclude<
  {
    [Name in RequestName]: PayloadOf<Name> extends null ? Name : never;
  }[RequestName],
  'connectPasted' | 'eraseEverything'
>;

/** What the page itself leads to is no request. */
const ASKED: Partial<Record<NeedAction, PlainRequest>> = {
  connect: 'connect',
  'connect-anyway': 'connectAnyway',
  'start-fresh': 'startFresh',
  'sign-in': 'openSignIn',
  sync: 'syncNow',
};

/** What needs Sony's sign-in hosts, which the player may have closed to us. */
const NEED_ACCESS: readonly RequestName[] = [
  'connect',
  'connectAnyway',
  'startFresh',
  'openSignIn',
  'connectPasted',
  'lendNpsso',
];

/** What the browser could not store is asked for again by itself, while the page is open, and not for ever. Milliseconds. */
const AGAIN_EVERY = 5_000;
const AGAIN_FOR = 10 * 60_000;

/** Longer than writing down what is asked takes on any machine: storage is late then, and that is said. Milliseconds. */
const LATE_AFTER = 10_000;
/** What takes its time by itself: Sony is asked, or much is written or deleted. */
const TAKE_TIME: readonly RequestName[] = [
  ...(['resume', 'lendNpsso', 'eraseLibrary', 'eraseEverything', 'chooseGames'] as const),
  ...(['restoreCopy', 'undoRestore'] as const),
];

/** What this page has asked of the background: what is under way, and what went wrong with the last. */
export class Requests {
  #pending = $state.raw<RequestName | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #receipt = $state.raw<Receipt | null>(null);
  #again: ReturnType<typeof setTimeout> | undefined;
  /** Which request was asked last. */
  #asked = 0;
  readonly #tries: (change: Partial<Settings>) => boolean;

  /** @param tries takes a setting that is only tried out, and answers whether it has */
  constructor(tries: (change: Partial<Settings>) => boolean = () => false) {
    this.#tries = tries;
  }

  get pending(): RequestName | null {
    return this.#pending;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  /** What was left after everything was erased. It lives here: nothing else outlives that. */
  get receipt(): Receipt | null {
    return this.#receipt;
  }

  async ask(name: PlainRequest): Promise<boolean> {
    return this.#followOn(name, () => askBackground(name));
  }

  async connectPasted(code: PastedCode): Promise<void> {
    await this.#followOn('connectPasted', () => askWithCode(code));
  }

  /** Says whether it is stored, or needs not be. */
  async changeSettings(change: Partial<Settings>): Promise<boolean> {
    return this.#tries(change) || this.tell('changeSettings', change);
  }

  openGame(npCommunicationId: string): Promise<boolean> {
    return this.tell('openGame', { npCommunicationId });
  }

  fetchGame(npCommunicationId: string): Promise<boolean> {
    return this.tell('fetchGame', { npCommunicationId });
  }

  chooseGames(choices: [npCommunicationId: string, choice: Choice][]): Promise<boolean> {
    return this.tell('chooseGames', { choices });
  }

  showLibrary(library: string | null): Promise<boolean> {
    return this.tell('showLibrary', { library });
  }

  eraseLibrary(erased: PayloadOf<'eraseLibrary'>): Promise<boolean> {
    return this.tell('eraseLibrary', erased);
  }

  async eraseEverything(): Promise<void> {
    const outcome = await this.#follow('eraseEverything', askBackground('eraseEverything'));
    this.#receipt = outcome.ok ? outcome.value : null;
  }

  /** Asks the player for access to Sony, in the click; whoever waits for it goes on. */
  async allowAccess(): Promise<void> {
    void allowAccess().catch(() => false);
    await this.ask('resume');
  }

  /** Does what a button for something that is needed says. */
  async take(action: NeedAction): Promise<void> {
    if (action === 'allow-hosts') return this.allowAccess();
    if (action === 'renew-by-itself') return void (await this.changeSettings({ renewal: true }));
    const name = ASKED[action];
    if (name !== undefined) await this.ask(name);
  }

  /** True while what this button says is under way. */
  isTaking(action: NeedAction): boolean {
    return this.#pending !== null && this.#pending === ASKED[action];
  }

  /**
   * Goes on by itself once the browser stores what was asked for, unless something else is asked for before. Answers
   * whether it was done, as all of these do.
   */
  async #followOn(name: RequestName, ask: () => Promise<Outcome>): Promise<boolean> {
    const until = Date.now() + AGAIN_FOR;
    const following = this.#follow(name, ask());
    const asked = this.#asked;
    const outcome = await following;
    if (asked === this.#asked) this.#askAgain(outcome, ask, until);
    return outcome.ok;
  }

  /** What a page asks with a payload of its own. */
  async tell<Name extends RequestName>(name: Name, ...said: Said<Name>): Promise<boolean> {
    return (await this.#follow(name, askBackground(name, ...said))).ok;
  }

  #settle(failure: Failure | null): void {
    this.#pending = null;
    this.#failure = failure;
  }

  #askAgain(outcome: Outcome, ask: () => Promise<Outcome>, until: number): void {
    if (outcome.ok || !isOfStorage(outcome.failure) || Date.now() > until) return;
    const again = setTimeout(() => {
      void ask().then((later) => {
        if (this.#again !== again) return;
        this.#failure = later.ok ? null : later.failure;
        this.#askAgain(later, ask, until);
      });
    }, AGAIN_EVERY);
    this.#again = again;
  }

  async #follow<Value>(name: RequestName, asked: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    // In the click itself and waiting for neither: the background goes on when access is given, and a popup may be
    // closed by the question.
    if (NEED_ACCESS.includes(name)) void allowAccess().catch(() => false);
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#pending = name;
    this.#failure = null;
    const number = ++this.#asked;
    let isLate = false;
    const late = setTimeout(() => {
      isLate = !TAKE_TIME.includes(name);
      if (isLate && number === this.#asked) this.#settle({ cause: 'storage-silent' });
    }, LATE_AFTER);
    const outcome = await asked.finally(() => clearTimeout(late));
    // Answered after all, it has nothing to say of what was asked since.
    if (!isLate || number === this.#asked) this.#settle(outcome.ok ? null : outcome.failure);
    return outcome;
  }
}
