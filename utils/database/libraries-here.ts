import { FailureError } from '../domain/failure';
import { knownItems, type KnownItem } from '../domain/library/player-item';
import { isGone, type LibraryTitle } from '../domain/library/title';
import { TROPHY_TYPES } from '../domain/trophies/trophy-annotation';
import type { LibraryDatabase } from './database';
import { accountsHere } from './database-names';
import { openForPage } from './open-library';
import { PATIENCE, type Patience } from './followed-query';
import { storable } from './storage-failure';

/** What the player made in a library, which Sony cannot give back. */
export interface PlayerMade {
  notes: number;
  pins: number;
  /** Games that the picker shows as ticked, also those that a rule has picked for the player. */
  picks: number;
  /** Games that are never to be imported. */
  never: number;
  /** Games of which the player says what they do with them. */
  statuses: number;
  /** Games that they have hidden. */
  hidden: number;
  /** Trophies and games that they have marked as not to be had. */
  unobtainable: number;
  /** Trophies that they say are missable, online or part of the story, each of these. */
  typed: number;
  /** Games that they have tagged. */
  tagged: number;
  /** Trophies and games that are not to be suggested. */
  notThis: number;
  goals: number;
}

/** An account's library in this browser, as it is named before it is erased. Null is unknown, never none. */
export interface LibraryHere {
  accountId: string;
  onlineId: string | null;
  games: number | null;
  playtimes: number | null;
  made: PlayerMade | null;
}

/** Every library in this browser, of whatever account. Fails where the browser does not say which there are. */
export async function librariesHere(
  isPrivate: boolean,
  patience = PATIENCE,
): Promise<LibraryHere[]> {
  if (isPrivate) throw new FailureError({ cause: 'private-window' });
  const accountIds = await storable(accountsHere(), patience.open);
  return Promise.all(accountIds.map((accountId) => counted(accountId, patience)));
}

async function counted(accountId: string, { open, answer }: Patience): Promise<LibraryHere> {
  const opening = openForPage(accountId);
  const database = await orUnknown(storable(opening, open));
  const ask = <Value>(
    question: (library: LibraryDatabase) => Promise<Value>,
  ): Promise<Value | null> =>
    database === null ? Promise.resolve(null) : orUnknown(storable(question(database), answer));
  const [onlineId, games, playtimes, made] = await Promise.all([
    ask(async ({ overview }) => (await overview.get('library'))?.player?.onlineId ?? null),
    ask(({ titles }) => titles.count()),
    ask(({ playedGames }) => playedGames.count()),
    ask(playerMade),
  ]);
  // Also where it opens too late.
  void opening.then(
    (late) => late?.close(),
    () => undefined,
  );
  return { accountId, onlineId, games, playtimes, made };
}

/** Counts what the player made, by kind. */
async function playerMade({ playerItems, titles }: LibraryDatabase): Promise<PlayerMade> {
  const items = knownItems(await playerItems.toArray());
  const here = await titles.toArray();
  const count = (isMeant: (item: KnownItem) => boolean): number => items.filter(isMeant).length;
  return {
    notes: count(({ kind }) => kind === 'note'),
    pins: count(({ kind }) => kind === 'pin'),
    statuses: count(({ kind }) => kind === 'status'),
    hidden: count(({ kind }) => kind === 'hide'),
    unobtainable: count(({ kind }) => kind === 'unobtainable'),
    typed: count(({ kind }) => TROPHY_TYPES.some((type) => type === kind)),
    tagged: count(({ kind }) => kind === 'tags'),
    notThis: count(({ kind }) => kind === 'not-this'),
    goals: count(({ kind }) => kind === 'goal'),
    picks: picksAmong(here, items),
    never: count(({ kind, value }) => kind === 'choice' && value === 'never'),
  };
}

/** Games that are ticked, and picks that wait for their game. */
function picksAmong(titles: readonly LibraryTitle[], items: readonly KnownItem[]): number {
  const here = new Set(titles.map(({ npCommunicationId }) => npCommunicationId));
  const ticked = titles.filter((title) => title.choice === 'picked' && !isGone(title));
  const waiting = items.filter(
    ({ kind, value, npCommunicationId }) =>
      kind === 'choice' && value === 'picked' && !here.has(npCommunicationId),
  );
  return ticked.length + waiting.length;
}

async function orUnknown<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work;
  } catch {
    return null;
  }
}
