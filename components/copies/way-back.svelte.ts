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
  /** How many readings have begun, and which of them is said. */
  #begun = 0;
  #said = 0;

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

  /** Those of that copy wait for its account to connect. */
  get hasSettings(): boolean {
    return this.otherOwner !== null && Object.keys(this.#known?.settings ?? {}).length > 0;
  }

  async find(): Promise<void> {
    const begun = ++this.#begun;
    const known = await readWayBack().catch(() => null);
    const owner = known === null ? null : await ownerHere(known.accountId);
    // What began later, and was sooner, knows more.
    if (begun < this.#said) return;
    [this.#said, this.#owner, this.#known] = [begun, owner, known];
  }

  /** It is taken: it may lie there for a moment still. Answers whose library went with it, and null where none has. */
  async taken(): Promise<string | null> {
    const { accountId } = this.#known ?? {};
    const owner = this.otherOwner;
    this.#said = ++this.#begun;
    this.#known = null;
    if (owner === null) return null;
    const libraries = await librariesHere(isPrivateWindow()).catch(() => null);
    const isGone = libraries?.every((each) => each.accountId !== accountId) ?? false;
    return isGone ? owner : null;
  }
}

async function ownerHere(accountId: string): Promise<string> {
  const libraries = await librariesHere(isPrivateWindow()).catch(() => []);
  const library = libraries.find((each) => each.accountId === accountId);
  return ownerOf(library ?? { accountId, onlineId: null });
}
