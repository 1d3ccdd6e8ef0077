import { folded } from '../../utils/domain/library/search-text';
import type { WordMatches } from '../../utils/domain/numbers/matching-trophies';
import type { TrophySet } from '../../utils/domain/trophies/trophy-set';

/** Names of trophies that are earned, as they are searched in: by set, each with its trophy's id. */
export class EarnedNames {
  readonly #names = new Map<string, readonly (readonly [trophyId: number, name: string])[]>();

  /** Those of these sets that are not here yet. */
  missing(ids: readonly string[]): string[] {
    return ids.filter((id) => !this.#names.has(id));
  }

  /** What was read of these sets; of one that is not to be had there is none. */
  add(ids: readonly string[], sets: readonly TrophySet[]): void {
    for (const id of ids) this.#names.set(id, []);
    for (const { npCommunicationId, trophies } of sets) {
      const earned = trophies.filter(({ earned: isEarned }) => isEarned === true);
      this.#names.set(
        npCommunicationId,
        earned.map(({ trophyId, name }) => [trophyId, folded(name)]),
      );
    }
  }

  /** Where every word of what was typed is found, in a trophy's name or its game's; null where nothing was. */
  matches(typed: string, games: ReadonlyMap<string, { name: string }>): WordMatches | null {
    const words = folded(typed).split(' ').filter(Boolean);
    if (words.length === 0) return null;
    const found = new Map<string, 'all' | ReadonlySet<number>>();
    for (const [id, { name }] of games) {
      const game = folded(name);
      const others = words.filter((word) => !game.includes(word));
      const trophies = (this.#names.get(id) ?? []).filter(([, trophy]) =>
        others.every((word) => trophy.includes(word)),
      );
      if (others.length === 0) found.set(id, 'all');
      else if (trophies.length > 0) found.set(id, new Set(trophies.map(([trophyId]) => trophyId)));
    }
    return found;
  }
}
