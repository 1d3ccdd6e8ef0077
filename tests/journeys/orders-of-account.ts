import type { Account } from '../psn/accounts/account.ts';
import {
  definedOf,
  earnedOf,
  titleProgressOf,
  type TrophySet,
} from '../psn/accounts/trophy-set.ts';
import { pointsOf, totalOf } from '../psn/formulas.ts';

/** A title as far as it is told by nobody else: what is fetched of it, and when it was played last by its own row. */
export interface RowToOrder {
  npCommunicationId: string;
  lastPlayedAt: number;
  playSeconds: number | null;
  fetched: { earned: string | null };
}

interface Order {
  least?: true;
  placeOf: (game: Game) => Place;
}

/** What a game is ordered by: a number, nothing to order it by, or not known. */
type Place = number | 'none' | 'unknown';

const CONSOLES = ['PS5', 'PS4', 'PS3', 'PSVITA', 'PSPC'];

/** What each order goes by, from the simulator's own library, and whether the least comes first. */
const ORDERS: Record<string, Order> = {
  played: { placeOf: ({ row }) => row.lastPlayedAt },
  playtime: { placeOf: ({ row }) => row.playSeconds ?? 'unknown' },
  progress: { placeOf: ({ set }) => titleProgressOf(set) },
  trophies: { placeOf: ({ set }) => totalOf(earnedOf(set)) },
  points: { placeOf: ({ set }) => pointsOf(definedOf(set)) - pointsOf(earnedOf(set)) },
  platform: {
    least: true,
    placeOf: ({ set }) =>
      Math.min(...set.platform.split(',').map((each) => CONSOLES.indexOf(each.trim()))),
  },
  trophy: { placeOf: lastTrophy },
  rarest: { least: true, placeOf: rarest },
  platinum: { least: true, placeOf: toPlatinum },
  completed: { placeOf: completed },
  base: { placeOf: baseDone },
  revised: { placeOf: revised },
};

export const ORDERS_OF_ACCOUNT = ['name', ...Object.keys(ORDERS)];

interface Game {
  set: TrophySet;
  row: RowToOrder;
  /** Null where they are not fetched. */
  trophies: ReturnType<Account['trophies']> | null;
}

/** The games in an order, by other code than the product's, from what the simulator would answer. */
export function orderOfAccount(
  account: Account,
  rows: readonly RowToOrder[],
  sort: string,
): string[] {
  const order = sort === 'name' ? orderOfNames(account) : ORDERS[sort];
  if (order === undefined) throw new Error(`no order ${sort}`);
  const placed = rows.map((row) => {
    const set = account.setsById().get(row.npCommunicationId);
    if (set === undefined) throw new Error(`no set ${row.npCommunicationId}`);
    const trophies = row.fetched.earned === null ? null : account.trophies(set);
    return { row, place: order.placeOf({ set, row, trophies }) };
  });
  placed.sort(
    (one, other) =>
      compared(one.place, other.place, order.least === true) ||
      other.row.lastPlayedAt - one.row.lastPlayedAt ||
      (one.row.npCommunicationId < other.row.npCommunicationId ? -1 : 1),
  );
  return placed.map(({ row }) => row.npCommunicationId);
}

function compared(one: Place, other: Place, isLeastFirst: boolean): number {
  if (typeof one === 'number' && typeof other === 'number') {
    return isLeastFirst ? one - other : other - one;
  }
  const rest = [one, other].map((place) =>
    typeof place === 'number' ? 0 : place === 'none' ? 1 : 2,
  );
  return (rest[0] ?? 0) - (rest[1] ?? 0);
}

function earnedDays({ trophies }: Game): number[] {
  return (trophies ?? []).flatMap(({ earnedAt }) => earnedAt ?? []);
}

function lastTrophy(game: Game): Place {
  if (totalOf(earnedOf(game.set)) === 0) return 'none';
  return game.trophies === null ? game.set.updatedAt : Math.max(...earnedDays(game));
}

function rarest({ set, trophies }: Game): Place {
  if (totalOf(earnedOf(set)) === 0) return 'none';
  if (trophies === null) return 'unknown';
  return Math.min(...trophies.filter(({ earnedAt }) => earnedAt !== null).map(({ rate }) => rate));
}

/** Add-ons are not needed for it, and the list of titles does not tell them apart. */
function toPlatinum({ set, trophies }: Game): Place {
  const [defined, earned] = [definedOf(set), earnedOf(set)];
  if (defined.platinum === 0 || earned.platinum > 0) return 'none';
  if (trophies === null) return totalOf(defined) - defined.platinum - totalOf(earned);
  return trophies.filter(
    ({ groupId, grade, earnedAt }) =>
      groupId === 'default' && grade !== 'platinum' && earnedAt === null,
  ).length;
}

function completed(game: Game): Place {
  if (totalOf(earnedOf(game.set)) < totalOf(definedOf(game.set))) return 'none';
  return game.trophies === null ? game.set.updatedAt : Math.max(...earnedDays(game));
}

/** By the place of its name among all names of the account; those that a reader takes for one have one place. */
function orderOfNames(account: Account): Order {
  const likeReader = { numeric: true, sensitivity: 'base' } as const;
  const compare = (one: string, other: string): number =>
    one.localeCompare(other, 'en', likeReader);
  const names = [...account.setsById().values()].map(({ name }) => name).sort(compare);
  return {
    least: true,
    placeOf: ({ set }) => names.findIndex((name) => compare(name, set.name) === 0),
  };
}

/** The list of titles tells that of the base game by its platinum, or where it is all that there is; else its trophies do. */
function baseDone(game: Game): Place {
  const { set, trophies } = game;
  const [defined, earned] = [definedOf(set), earnedOf(set)];
  if (defined.platinum === 0) {
    if (set.groups.length > 1 && trophies !== null && totalOf(earned) > 0) {
      const days = trophies
        .filter(({ groupId }) => groupId === 'default')
        .map((each) => each.earnedAt);
      return days.includes(null) ? 'none' : Math.max(...days.map(Number));
    }
    const isOpen = totalOf(earned) < totalOf(defined);
    return isOpen && totalOf(earned) > 0 && set.groups.length > 1 ? 'unknown' : completed(game);
  }
  if (earned.platinum === 0) return 'none';
  const platinum = trophies?.find(({ grade }) => grade === 'platinum');
  return platinum?.earnedAt ?? set.updatedAt;
}

/** Before the first sync nobody looked: of a set that has changed since it came out it may have been after. */
function revised(game: Game): Place {
  const { set } = game;
  const isWhole = totalOf(earnedOf(set)) === totalOf(definedOf(set));
  return isWhole || set.version === '01.00' || baseDone(game) === 'none' ? 'none' : 'unknown';
}
