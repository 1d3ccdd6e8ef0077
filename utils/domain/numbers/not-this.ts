import type { GameWithOpen, LeftOutOfNext } from './next-ranking';

/** What the player does not want to be told to play next: a trophy, or a game. */
export interface NotThis {
  npCommunicationId: string;
  /** Null of a game. */
  trophyId: number | null;
  /** Until that instant, in milliseconds since 1970; null for good. */
  until: number | null;
}

/** What the player says of that; null takes it back. */
export interface NotThisChange extends Omit<NotThis, 'until'> {
  value: Pick<NotThis, 'until'> | null;
}

/** What there is to rank, without that. */
export function withoutNotThis(
  games: readonly GameWithOpen[],
  notThis: readonly NotThis[],
  now: number,
): GameWithOpen[] {
  const valid = notThis.filter((each) => isInForce(each, now));
  const keys = new Set(valid.map(trophyKey));
  return games
    .filter(
      ({ game: { npCommunicationId } }) =>
        !keys.has(trophyKey({ npCommunicationId, trophyId: null })),
    )
    .map(({ game, open }) => {
      const { npCommunicationId } = game;
      const isWanted = (trophyId: number): boolean =>
        !keys.has(trophyKey({ npCommunicationId, trophyId }));
      return { game, open: open.filter(({ trophyId }) => isWanted(trophyId)) };
    });
}

/** What of it the ranking passes over: a game that is left out whole is so in each of its editions. */
export function leftOutOfNext(
  notThis: readonly NotThis[],
  titles: ReadonlyMap<string, { name: string }>,
  editionOf: (name: string) => string,
): LeftOutOfNext {
  const games = notThis.filter(({ trophyId }) => trophyId === null);
  const names = games.flatMap(({ npCommunicationId: id }) => titles.get(id)?.name ?? []);
  const keys = new Set(notThis.map(trophyKey));
  const has = (npCommunicationId: string, trophyId: number): boolean =>
    [trophyId, null].some((id) => keys.has(trophyKey({ npCommunicationId, trophyId: id })));
  return { editions: new Set(names.map(editionOf)), has };
}

export function isInForce({ until }: Pick<NotThis, 'until'>, now: number): boolean {
  return until === null || now < until;
}

/** By which a trophy of a set is known, or the set where it is null. */
export function trophyKey({ npCommunicationId, trophyId }: Omit<NotThis, 'until'>): string {
  return `${npCommunicationId} ${String(trophyId)}`;
}
