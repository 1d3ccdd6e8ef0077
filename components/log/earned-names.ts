import type { EarnedNamesOfSet } from '../../utils/database/queries';
import { folded } from '../../utils/domain/library/search-text';
import type { WordMatches } from '../../utils/domain/numbers/matching-trophies';

/** The names of a set's trophies that are earned, folded: a line each, so that most sets are looked through at once. */
interface NamesOfSet {
  trophyIds: readonly number[];
  lines: string;
}

/** Names of trophies that are earned, and of games, as they are searched in. */
export class EarnedNames {
  /** Null of a set that is not to be had. */
  readonly #ofSets = new Map<string, NamesOfSet | null>();
  readonly #ofGames = new Map<string, string>();

  /** Those of these sets that are not here yet. */
  missing(ids: readonly string[]): string[] {
    return ids.filter((id) => !this.#ofSets.has(id));
  }

  /** What was read of these sets. */
  add(ids: readonly string[], sets: readonly EarnedNamesOfSet[]): void {
    for (const id of ids) this.#ofSets.set(id, null);
    for (const { npCommunicationId, names } of sets) {
      this.#ofSets.set(npCommunicationId, {
        trophyIds: names.map(([trophyId]) => trophyId),
        lines: names.map(([, name]) => folded(name)).join('\n'),
      });
    }
  }

  /**
   * Where every word of what was typed is found, in a trophy's name or its game's; null where nothing was. A set is
   * looked through when it is asked for.
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
        return others.length === 0 ? 'all' : trophiesNamed(this.#ofSets.get(id), others);
      },
    };
  }

  #gameOf(name: string): string {
    const known = this.#ofGames.get(name) ?? folded(name);
    this.#ofGames.set(name, known);
    return known;
  }
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
