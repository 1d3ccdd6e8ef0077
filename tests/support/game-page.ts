import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { Writes } from '@/utils/database/writes';
import { definitionsKey, earnedKey } from '@/utils/domain/sync/answer-keys';
import { NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import type { AnnotationChange } from '@/utils/domain/trophies/trophy-annotation';
import { definedOf, earnedOf, noTrophies, progressOf } from '@/utils/domain/trophies/grades';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import type { Status } from '@/utils/status/status';
import { details, options } from '@/utils/words/en/game.json';
import { publish } from './publish-status';
import { aLibraryTitle, aStatus, aSnapshot, connected } from './statuses.ts';

let accounts = 0;

/** What a test says of a trophy that was annotated. */
export type SomeAnnotation = Omit<AnnotationChange, 'npCommunicationId'>;

/** What a test of a game's page says of it. */
export interface GameSaid {
  title: LibraryTitle;
  /** Other games of the library. */
  others?: LibraryTitle[];
  /** Null where none of its trophies are held. */
  set: TrophySet | null;
  annotations?: SomeAnnotation[];
  status?: Partial<Status>;
}

/** A title whose trophies are held, all of them, looked at just now. */
export function aTitleWith(set: TrophySet, said: Partial<LibraryTitle> = {}): LibraryTitle {
  const defined = definedOf(set.trophies);
  const earned = earnedOf(set.trophies);
  const title = aLibraryTitle({
    npCommunicationId: set.npCommunicationId,
    defined,
    earned,
    progress: progressOf(earned, defined),
    groupCount: Math.max(1, set.groups.length),
    ...said,
  });
  const definitions = definitionsKey(title);
  const fetched = { definitions, groups: definitions, earned: earnedKey(title), at: Date.now() };
  return { ...title, fetched: { ...NOTHING_FETCHED, ...fetched, ...said.fetched } };
}

/** A title of which Sony's list says how many trophies it has, and nothing else is held. */
export function aTitleWithout(trophies: number, said: Partial<LibraryTitle> = {}): LibraryTitle {
  return aLibraryTitle({
    defined: { ...noTrophies(), bronze: trophies },
    earned: noTrophies(),
    ...said,
  });
}

/** Stores what a player noted, as the background does. */
export function storeAnnotation(
  database: LibraryDatabase,
  annotation: AnnotationChange,
): Promise<void> {
  const writes = new Writes(database, Date.now, new AbortController().signal);
  return new DexiePlayerWrites(writes, 'this').storeAnnotation(annotation);
}

/** Opens the page of a game, in an account of its own: the tests of a file share the browser's databases. */
export async function openGamePage({
  title,
  others = [],
  set,
  annotations = [],
  status,
}: GameSaid) {
  const accountId = `game-${(accounts += 1)}-${Date.now()}`;
  const { npCommunicationId } = title;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut([title, ...others]);
  if (set !== null) await database.trophySets.put(packed(set));
  for (const annotation of annotations)
    await storeAnnotation(database, { ...annotation, npCommunicationId });
  const player = { ...aSnapshot().player!, accountId };
  const said = aStatus({ connection: connected({ accountId }), ...status });
  await publish({ ...said, snapshot: { ...said.snapshot, player } });
  location.hash = `#/game/${npCommunicationId}`;
  return { database, ...(await render(App)) };
}

/** Opens what else there is to say of the game, and to be said. */
export function openDetails(): Promise<void> {
  return page.getByRole('button', { name: new RegExp(`^${details}`) }).click();
}

/** Opens what else its trophies are looked at by, whatever of it is in use. */
export function openOptions(): Promise<void> {
  return page.getByRole('button', { name: new RegExp(options) }).click();
}
