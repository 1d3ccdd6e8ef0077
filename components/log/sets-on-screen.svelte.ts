import { SvelteMap } from 'svelte/reactivity';
import type { FirstLog } from '../../utils/database/first-titles';
import type { LibraryQueries } from '../../utils/database/queries';
import type { Trophy, TrophySet } from '../../utils/domain/trophies/trophy-set';
import { interactions } from '../app/interactions';
import { readOfTitle, type TitleOf } from './read-of-title';
import { readOnce } from './read-once';

interface Given {
  /** By which it is seen that a set was written anew. */
  titleOf: TitleOf;
  /** Names that the page opened with. */
  early?: () => FirstLog['names'] | undefined;
}

/** So many sets stay at hand; the oldest go. */
const MOST = 300;

/** Names and pictures of the trophies that are drawn: read a set at a time, when the first of it is drawn. */
export class SetsOnScreen {
  readonly #queries: Pick<LibraryQueries, 'trophySets'>;
  /** Null while it is read, or where it is not to be had. */
  readonly #sets = new SvelteMap<string, ReadonlyMap<number, Trophy> | null>();
  readonly #given: Given;
  /** Of which answer each is. */
  readonly #readOf: Record<string, string> = {};
  /** Trophies for which a set was read once more. */
  readonly #missed: Record<string, true> = {};
  #wanted: string[] = [];
  #isReading = false;

  constructor(queries: Pick<LibraryQueries, 'trophySets'>, given: Given) {
    this.#queries = queries;
    this.#given = given;
  }

  get #early(): FirstLog['names'] | undefined {
    return this.#given.early?.();
  }

  /** Null until it is read. */
  trophy(npCommunicationId: string, trophyId: number): Trophy | null {
    return this.#sets.get(npCommunicationId)?.get(trophyId) ?? null;
  }

  /** Null while it is not known, or where it is not to be had. */
  nameOf(npCommunicationId: string, trophyId: number): string | null {
    const early = this.#early?.get(npCommunicationId)?.get(trophyId);
    return this.trophy(npCommunicationId, trophyId)?.name ?? early ?? null;
  }

  /** True once it is known whether a set is to be had. */
  isRead(npCommunicationId: string): boolean {
    return this.#sets.has(npCommunicationId);
  }

  /** True once the first names are here. */
  get hasRead(): boolean {
    return this.#sets.size + (this.#early?.size ?? 0) > 0;
  }

  /**
   * Has a set read of which a trophy is drawn; once more where it has got that since, or was written anew: what was read
   * stays until then.
   */
  want(npCommunicationId: string, trophyId?: number): void {
    const isStale = this.#isStale(npCommunicationId);
    const isHere = this.#sets.has(npCommunicationId);
    if (isHere && !isStale && !this.#isNew(npCommunicationId, trophyId)) return;
    if (this.#wanted.includes(npCommunicationId)) return;
    this.#wanted.push(npCommunicationId);
    if (!this.#isReading) void this.#read();
  }

  /** True once each time that it was written anew. */
  #isStale(npCommunicationId: string): boolean {
    const now = readOfTitle(this.#given.titleOf(npCommunicationId));
    const before = this.#readOf[npCommunicationId];
    if (now === undefined || now === before) return false;
    this.#readOf[npCommunicationId] = now;
    return before !== undefined;
  }

  /** True once of a trophy that is not in what was read of its set. */
  #isNew(npCommunicationId: string, trophyId: number | undefined): boolean {
    if (trophyId === undefined) return false;
    const key = `${npCommunicationId} ${String(trophyId)}`;
    const isMissing = this.#sets.get(npCommunicationId)?.has(trophyId) === false;
    if (!isMissing || this.#missed[key]) return false;
    this.#missed[key] = true;
    return true;
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    // All that one frame draws is asked for at once, and nothing between a key and its frame.
    await new Promise<void>((resolve) => void interactions.whenShown(resolve));
    while (this.#wanted.length > 0) {
      const ids = this.#wanted;
      this.#wanted = [];
      const sets = (await readOnce(this.#queries.trophySets(ids))) ?? [];
      for (const id of ids) this.#sets.set(id, null);
      for (const set of sets) this.#sets.set(set.npCommunicationId, byId(set));
      for (const id of [...this.#sets.keys()].slice(0, -MOST)) this.#sets.delete(id);
    }
    this.#isReading = false;
  }
}

function byId({ trophies }: TrophySet): ReadonlyMap<number, Trophy> {
  return new Map(trophies.map((trophy) => [trophy.trophyId, trophy]));
}
