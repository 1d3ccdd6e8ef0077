import type { LibraryTitle, PlayedGame } from '../domain/library/title';
import type { TrophyAnnotation } from '../domain/trophies/trophy-annotation';
import type { TrophySet } from '../domain/trophies/trophy-set';

/** A game of the played list, with the trophy sets that belong to it. */
export interface PlayedEdition extends PlayedGame {
  npCommunicationIds: readonly string[];
}

/** What a file is made of, and how more of it is read. Every title of it is written: whoever asks has chosen them. */
export interface LibraryToExport {
  titles: readonly LibraryTitle[];
  played: readonly PlayedEdition[];
  readSets(ids: readonly string[]): Promise<readonly TrophySet[]>;
  readAnnotations(ids: readonly string[]): Promise<readonly TrophyAnnotation[]>;
  /** Of sets that were asked for and did not come: those that lie here, and cannot be read. */
  unreadAmong(ids: readonly string[]): Promise<readonly string[]>;
}

/** One game with all that is here of it. */
export interface ExportedGame {
  /** As Sony says it now, as on every page: a count of before would be told as one of today. */
  title: LibraryTitle;
  played: readonly PlayedEdition[];
  /** Null where its trophies are not here. */
  set: TrophySet | null;
  /** They are, and cannot be read. */
  isUnread: boolean;
  annotations: readonly TrophyAnnotation[];
}

export interface ExportProgress {
  games: number;
  of: number;
}

/** How an export is told to end, and tells how far it is. */
export interface ExportRun {
  signal?: AbortSignal;
  onProgress?: (progress: ExportProgress) => void;
  /** Games whose trophies lie here, and cannot be read. */
  onUnread?: (games: number) => void;
}

/** So many games at once: some two thousand trophies. */
const BATCH = 50;

/** The games a batch at a time, so that no more than one is in memory. */
export async function* readGames(
  library: LibraryToExport,
  run: ExportRun,
): AsyncGenerator<ExportedGame[]> {
  const alone = library.titles.map((title) => [title]);
  for await (const batch of readTogether(library, alone, run)) yield batch.flat();
}

/** The same, of games that go into one row each: the editions of one game are never in two batches. */
export async function* readTogether(
  library: LibraryToExport,
  stacks: readonly (readonly LibraryTitle[])[],
  { signal, onProgress, onUnread }: ExportRun,
): AsyncGenerator<ExportedGame[][]> {
  const bySet = playedBySet(library.played);
  const of = stacks.reduce((sum, stack) => sum + stack.length, 0);
  let games = 0;
  for (const batch of batchesOf(stacks)) {
    signal?.throwIfAborted();
    const gameOf = await readBatch(library, bySet, batch.flat());
    signal?.throwIfAborted();
    const read = batch.map((stack) => stack.map(gameOf));
    yield read;
    games += batch.flat().length;
    onUnread?.(read.flat().filter(({ isUnread }) => isUnread).length);
    onProgress?.({ games, of });
  }
}

async function readBatch(
  library: LibraryToExport,
  bySet: ReadonlyMap<string, readonly PlayedEdition[]>,
  titles: readonly LibraryTitle[],
): Promise<(title: LibraryTitle) => ExportedGame> {
  const ids = titles.map(({ npCommunicationId }) => npCommunicationId);
  const [sets, annotations] = await Promise.all([
    library.readSets(ids),
    library.readAnnotations(ids),
  ]);
  const setOf = new Map(sets.map((set) => [set.npCommunicationId, set]));
  const missing = ids.filter((id) => !setOf.has(id));
  const unread = new Set(missing.length === 0 ? [] : await library.unreadAmong(missing));
  const noted = Map.groupBy(annotations, ({ npCommunicationId }) => npCommunicationId);
  return (title) => ({
    title,
    played: bySet.get(title.npCommunicationId) ?? [],
    set: setOf.get(title.npCommunicationId) ?? null,
    isUnread: unread.has(title.npCommunicationId),
    annotations: noted.get(title.npCommunicationId) ?? [],
  });
}

function playedBySet(played: readonly PlayedEdition[]): Map<string, PlayedEdition[]> {
  const bySet = new Map<string, PlayedEdition[]>();
  for (const game of played) {
    for (const id of new Set(game.npCommunicationIds)) {
      const others = bySet.get(id);
      if (others === undefined) bySet.set(id, [game]);
      else others.push(game);
    }
  }
  return bySet;
}

function* batchesOf(stacks: readonly (readonly LibraryTitle[])[]): Generator<LibraryTitle[][]> {
  let batch: LibraryTitle[][] = [];
  let size = 0;
  for (const stack of stacks) {
    batch.push([...stack]);
    size += stack.length;
    if (size < BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
