import { FailureError } from '../domain/failure';
import type { StoredItem } from '../domain/library/player-item';
import type { GameMarks } from '../domain/library/game-marks';
import type { Choice } from '../domain/library/title';
import type { Glance } from '../domain/sync/glance';
import type { Goal } from '../domain/numbers/goal-pace';
import type { NotThisChange } from '../domain/numbers/not-this';
import type { AnnotationChange } from '../domain/trophies/trophy-annotation';
import type { LibraryExcerpt, PlayerWrites, SyncPorts } from './ports';
import type { SyncLoop } from './sync-loop';

/** What requests need of the rest. */
export interface RequestPorts {
  /** The account that is connected; null where none is. */
  connectedAccount(): Promise<string | null>;
  /** The account whose library is shown, connected or not; null where there is none. */
  shownAccount(): Promise<string | null>;
  /** Opens an account's library for the work, and closes it. Makes none: false where there is none. */
  withLibrary(accountId: string, work: (writes: PlayerWrites) => Promise<void>): Promise<boolean>;
  /** Shows this of an account's library to pages, where it is that one which they show. */
  publishGlance(accountId: string, glance: Glance | LibraryExcerpt): Promise<void>;
  settings: SyncPorts['settings'];
  loop: Pick<SyncLoop, 'wake' | 'interrupt'>;
}

/** What the player asks of the library: stored first, then carried out by the loop. None waits for the loop. */
export class LibraryRequests {
  readonly #ports: RequestPorts;

  constructor(ports: RequestPorts) {
    this.#ports = ports;
  }

  /** All of it anew; or on with a sync that waits or was stopped. */
  async sync(): Promise<void> {
    // Where there is no library yet, the loop fetches it all by itself.
    await this.#store((writes) => writes.ask('sync'));
    this.#wake();
  }

  /** Stops the sync under way, and at once, until the player takes it up again, or the next daily one is due. */
  async stop(): Promise<void> {
    await this.#store((writes) => writes.ask('stop'));
    this.#ports.loop.interrupt();
    this.#wake();
  }

  /** A game's page was opened: its trophies come first, unless the sync is stopped. */
  async openGame(npCommunicationId: string): Promise<void> {
    await this.#store((writes) => writes.openGame(npCommunicationId));
    this.#wake();
  }

  /** The trophies of one game, also where the sync is stopped and stays so. */
  async fetchGame(npCommunicationId: string): Promise<void> {
    await this.#store((writes) => writes.ask('game', npCommunicationId));
    this.#wake();
  }

  /** Picks games or leaves them, and fetches the trophies of those that are picked now. */
  async chooseGames(choices: ReadonlyMap<string, Choice>): Promise<void> {
    await this.#change((writes) => writes.choose(choices));
    await this.#tellWhatIsMissing();
  }

  /** The player wants the trophies of games that were not picked too, or does not want them any more. */
  async followEveryGame(): Promise<void> {
    await this.#store((writes) => writes.ask('picks'));
    await this.#tellWhatIsMissing();
  }

  /** What the player says of a game: one that they hide is not shown, and one that is retired not advised. */
  markGame(npCommunicationId: string, marks: Partial<GameMarks>): Promise<void> {
    return this.#changeGlance((writes) => writes.markGame(npCommunicationId, marks));
  }

  annotateTrophy(annotation: AnnotationChange): Promise<void> {
    return this.#changeGlance((writes) => writes.storeAnnotation(annotation));
  }

  notThis(change: NotThisChange): Promise<void> {
    return this.#change((writes) => writes.storeNotThis(change));
  }

  setGoal(id: number, goal: Goal | null): Promise<void> {
    return this.#change((writes) => writes.storeGoal(id, goal));
  }

  /** What this computer and the player's others know together; null where there is no library here. */
  async meetItems(accountId: string, others: readonly StoredItem[]): Promise<StoredItem[] | null> {
    let both: StoredItem[] | null = null;
    await this.#ports.withLibrary(accountId, async (writes) => {
      both = await writes.meetItems(others);
      await this.#ports.publishGlance(accountId, await writes.glance());
    });
    return both;
  }

  /** In the player's own library, connected or not. */
  async forgetDeletions(): Promise<void> {
    const accountId = await this.#ports.shownAccount();
    if (accountId !== null)
      await this.#ports.withLibrary(accountId, (writes) => writes.forgetDeletions());
  }

  /** The player has seen what syncs have found that ended until then. */
  noteNewsSeen(upTo: number): Promise<void> {
    return this.#changeGlance((writes) => writes.noteNewsSeen(upTo));
  }

  /** All that pages are told of the library is read anew: also where no sync does that. */
  showChanged(): Promise<void> {
    return this.#change(async (writes, accountId) =>
      this.#ports.publishGlance(accountId, await writes.excerpt(await this.#ports.settings())),
    );
  }

  acknowledgeLoss(): Promise<void> {
    return this.#change((writes) => writes.acknowledgeLoss());
  }

  /** Of what nobody wants any more nothing is missing, also where no sync comes to say so. */
  async #tellWhatIsMissing(): Promise<void> {
    this.#wake();
    await this.showChanged().catch(() => undefined);
  }

  #wake(): void {
    void this.#ports.loop.wake();
  }

  async #store(work: (writes: PlayerWrites) => Promise<void>): Promise<void> {
    const accountId = await this.#ports.connectedAccount();
    if (accountId !== null) await this.#ports.withLibrary(accountId, work);
  }

  /** A change of what the popup shows: it need not wait for a sync. */
  async #changeGlance(work: (writes: PlayerWrites) => Promise<void>): Promise<void> {
    await this.#change(async (writes, accountId) => {
      await work(writes);
      await this.#ports.publishGlance(accountId, await writes.glance());
    });
  }

  /** What the player makes needs no connection; and it is not lost without a word. */
  async #change(work: (writes: PlayerWrites, accountId: string) => Promise<void>): Promise<void> {
    const accountId = await this.#ports.shownAccount();
    const isStored =
      accountId !== null &&
      (await this.#ports.withLibrary(accountId, (writes) => work(writes, accountId)));
    if (!isStored) throw new FailureError({ cause: 'storage-unavailable' });
  }
}
