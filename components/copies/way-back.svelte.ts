import { databasesOfCopies } from '../../utils/database/database-changes';
import { librariesHere } from '../../utils/database/queries';
import { readWayBack, type WayBack } from '../../utils/database/restore-undo';
import { isPrivateWindow } from '../../utils/page/private-window';
import { ownerOf } from '../../utils/words/disconnecting';
import { readAgainAfter } from '../app/read-again.svelte';

/** The way back from the copy that was restored last, as long as there is one. For a component that is being made. */
export class KnownWayBack {
  #known = $state.raw<WayBack | null>(null);
  #owner = $state.raw<string | null>(null);
  readonly #own: () => string | null;

  /** @param own whose library is the player's own */
  constructor(own: () => string | null) {
    this.#own = own;
    readAgainAfter(databasesOfCopies, () => this.find());
  }

  get isThere(): boolean {
    return this.#known !== null;
  }

  /** Whose library it goes back to, where that is not the player's own; null otherwise. */
  get otherOwner(): string | null {
    const accountId = this.#known?.accountId ?? null;
    return accountId === this.#own() ? null : this.#owner;
  }

  async find(): Promise<void> {
    const known = await readWayBack().catch(() => null);
    this.#owner = known === null ? null : await ownerHere(known.accountId);
    this.#known = known;
  }
}

async function ownerHere(accountId: string): Promise<string> {
  const libraries = await librariesHere(isPrivateWindow()).catch(() => []);
  const library = libraries.find((each) => each.accountId === accountId);
  return ownerOf(library ?? { accountId, onlineId: null });
}
