import type { AccountName, AccountPlan } from './account-plan.ts';
import { inventPlayedGames } from './played-games.ts';
import type { PlayedGame } from './played-game.ts';
import type { Trophy } from './trophies.ts';
import { trophiesOf } from './trophies.ts';
import type { TrophySet } from './trophy-set.ts';
import { inventSets } from './trophy-sets.ts';

/**
 * One player and their library. Nothing is made up before somebody asks, and trophies are derived again at
 * every question, save those of sets that the control changed.
 */
export class Account {
  readonly name: AccountName;
  readonly plan: AccountPlan;
  readonly #seed: string;
  readonly #now: number;
  readonly #changed = new Map<string, Trophy[]>();
  #sets: Map<string, TrophySet> | undefined;
  #games: Map<string, PlayedGame> | undefined;

  constructor(name: AccountName, plan: AccountPlan, seed: number, now: number) {
    this.name = name;
    this.plan = plan;
    this.#seed = `${seed}/${name}`;
    this.#now = now;
  }

  get accountId(): string {
    return this.plan.accountId;
  }

  /** Every set, last updated first, hidden ones too. */
  get sets(): TrophySet[] {
    return [...this.setsById().values()].sort((one, other) => other.updatedAt - one.updatedAt);
  }

  setsById(): Map<string, TrophySet> {
    this.#sets ??= new Map(
      inventSets(this.plan, this.#seed, this.#now).map((set) => [set.npCommunicationId, set]),
    );
    return this.#sets;
  }

  /** Everything played, last played first. */
  get games(): PlayedGame[] {
    return [...this.gamesById().values()].sort(
      (one, other) => other.lastPlayedAt - one.lastPlayedAt,
    );
  }

  gamesById(): Map<string, PlayedGame> {
    this.#games ??= new Map(
      inventPlayedGames(this.plan, this.#seed, [...this.setsById().values()], this.#now).map(
        (game) => [game.npTitleId, game],
      ),
    );
    return this.#games;
  }

  trophies(set: TrophySet): Trophy[] {
    return this.#changed.get(set.npCommunicationId) ?? trophiesOf(set);
  }

  /** The trophies of a set, from now on kept and open to change. */
  trophiesToChange(set: TrophySet): Trophy[] {
    const trophies = this.trophies(set);
    this.#changed.set(set.npCommunicationId, trophies);
    return trophies;
  }
}
