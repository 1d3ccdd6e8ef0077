import type { EarnedNamesOfSet } from '../../utils/database/queries';
import { folded } from '../../utils/domain/library/search-text';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import type { WordMatches } from '../../utils/domain/numbers/matching-trophies';
import { readOfTitle, type TitleOf } from './read-of-title';

const AT_ONCE = 50;

/** A set, and what was earned of it, by which its names are known. */
export type EarnedOfSet = Pick<SetEarnings, 'npCommunicationId' | 'trophies'>;

/** The names of a set's trophies that are earned, folded: a line each, so that most sets are looked through at once. */
interface NamesOfSet {
  trophyIds: readonly number[];
  lines: string;
}

/** What is earned, and of which answer its names are: as many trophies may be others, and be called otherwise. */
interface ReadState {
  earned: string;
  read: string | undefined;
}

/** Names of trophies that are earned, and of games, as they are searched in. */
export class EarnedNames {
  readonly #titleOf: TitleOf;
  /**
   * Of what each set's names were read, null where they are to be read again, and these; null of a set that is not to be
   * had.
   */
  readonly #ofSets = new Map<string, { of: ReadState | null; names: NamesOfSet | null }>();
  readonly #ofGames = new Map<string, string>();

  /** @param titleOf by which it is seen that a set was written anew, maybe with other names */
  constructor(titleOf: TitleOf = () => undefined) {
    this.#titleOf = titleOf;
  }

  /** Those of these sets whose names are not here, or not of all that is earned by now. */
  missing<OfSet extends EarnedOfSet>(sets: readonly OfSet[]): OfSet[] {
    return sets.filter((set) => this.#isMissing(set));
  }

  /** Whether there is any of these. */
  lacks(sets: readonly EarnedOfSet[]): boolean {
    return sets.some((set) => this.#isMissing(set));
  }

  #isMissing(set: EarnedOfSet): boolean {
    const of = this.#ofSets.get(set.npCommunicationId)?.of ?? null;
    // As they are: put together they would be as long as the whole log.
    return of === null || of.earned !== set.trophies || of.read !== this.#readOf(set);
  }

  #readOf({ npCommunicationId }: EarnedOfSet): string | undefined {
    return readOfTitle(this.#titleOf(npCommunicationId));
  }

  #stateOf(set: EarnedOfSet): ReadState {
    return { earned: set.trophies, read: this.#readOf(set) };
  }

  /** What was read of these sets. */
  add(sets: readonly EarnedOfSet[], read: readonly EarnedNamesOfSet[]): void {
    const byId = new Map(read.map(({ npCommunicationId, names }) => [npCommunicationId, names]));
    for (const set of sets) {
      const names = byId.get(set.npCommunicationId);
      this.#ofSets.set(set.npCommunicationId, {
        of: this.#stateOf(set),
        names: names === undefined ? null : foldedNames(names),
      });
    }
  }

  /** These could not be read: they are not asked for again until `tryAgain`, and what was read before stays. */
  addUnread(sets: readonly EarnedOfSet[]): void {
    for (const set of sets) {
      const { names = null } = this.#ofSets.get(set.npCommunicationId) ?? {};
      this.#ofSets.set(set.npCommunicationId, { of: this.#stateOf(set), names });
    }
  }

  /** The names of these sets are missing again. */
  tryAgain(ids: readonly string[]): void {
    for (const id of ids) {
      const { names = null } = this.#ofSets.get(id) ?? {};
      this.#ofSets.set(id, { of: null, names });
    }
  }

  /**
   * Where every word of what was typed is found, in a trophy's name or its game's; null where nothing was. A set is
   * looked through when it is asked for, by the names that are here then.
   */
  matches(typed: string, games: ReadonlyMap<string, { name: string }>): WordMatches | null {
    const words = folded(typed).split(' ').filter(Boolean);
    if (words.length === 0) return null;
    return {
      get: (id) => {
        const name = games.get(id)?.name;
        if (name === undefined) return undefined;
        const game = this.#gameOf(name);
        const others = words.filter((word) => !game.includes(word));
        return others.length === 0 ? 'all' : trophiesNamed(this.#ofSets.get(id)?.names, others);
      },
    };
  }

  /** Has the names of games at hand, so many at a time, for who looks for words in them later. */
  *foldingGames(games: Iterable<{ name: string }>): Generator<undefined, void> {
    let count = 0;
    for (const { name } of games) {
      this.#gameOf(name);
      if (++count % AT_ONCE === 0) yield;
    }
  }

  #gameOf(name: string): string {
    let known = this.#ofGames.get(name);
    if (known === undefined) {
      known = folded(name);
      this.#ofGames.set(name, known);
    }
    return known;
  }
}

function foldedNames(names: EarnedNamesOfSet['names']): NamesOfSet {
  return {
    trophyIds: names.map(([trophyId]) => trophyId),
    lines: names.map(([, name]) => folded(name)).join('\n'),
  };
}

/** Nothing where none has all of these words. */
function trophiesNamed(
  names: NamesOfSet | null | undefined,
  words: readonly string[],
): ReadonlySet<number> | undefined {
  if (!words.every((word) => names?.lines.includes(word))) return undefined;
  const { trophyIds = [], lines = '' } = names ?? {};
  const named = new Set<number>();
  lines.split('\n').forEach((line, index) => {
    const trophyId = trophyIds[index];
    if (trophyId !== undefined && words.every((word) => line.includes(word))) named.add(trophyId);
  });
  return named.size === 0 ? undefined : named;
}
