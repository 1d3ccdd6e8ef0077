import { sumOfGrades } from '../domain/trophies/grades';
import { ID_CELLS, percentSaid, tagsAndNotes } from './cell-values';
import type { ClockTexts } from './clock-texts';
import { csvLines, FOR_TRACKERS, type Cell } from './csv-lines';
import { gameFacts, type GameFacts } from './game-facts';
import { gamesByTitle, nameTogether } from './games-by-title';
import {
  readTogether,
  type ExportedGame,
  type ExportRun,
  type LibraryToExport,
} from './library-to-export';

/**
 * `own`: each trophy set as an entry of its own, which nothing is looked up for. `by-title`: Yamtrack looks each game
 * up by its name, takes the first that it finds, and stores nothing of the file where it finds none.
 */
export type YamtrackVariant = 'own' | 'by-title';

interface YamtrackRow {
  variant: YamtrackVariant;
  editions: readonly ExportedGame[];
  facts: GameFacts;
  clock: ClockTexts;
}

/** All of these have to be there, whether they say something or not; what follows them Yamtrack passes over. */
const COLUMNS = {
  media_id: ({ variant, facts }) => (variant === 'own' ? facts.npCommunicationIds[0]! : ''),
  source: ({ variant }) => (variant === 'own' ? 'manual' : ''),
  media_type: () => 'game',
  title: ({ variant, editions }) =>
    variant === 'own' ? editions[0]!.title.name : nameTogether(editions.map(({ title }) => title)),
  image: ({ editions }) => editions[0]!.title.iconUrl,
  season_number: () => '',
  episode_number: () => '',
  score: () => '',
  status: ({ facts }) => facts.status,
  notes: notesOf,
  start_date: ({ facts, clock }) => clock.day(facts.startedAt),
  end_date: ({ facts, clock }) => (facts.status === 'Completed' ? clock.day(facts.finishedAt) : ''),
  progress: ({ facts }) => playTime(facts.playSeconds),
  progressed_at: ({ facts, clock }) => clock.isoLocal(facts.lastActiveAt),
  np_communication_id: ({ facts }) => ID_CELLS.np_communication_id(facts),
  np_title_id: ({ facts }) => ID_CELLS.np_title_id(facts),
  psn_concept_id: ({ facts }) => ID_CELLS.psn_concept_id(facts),
} satisfies Record<string, (row: YamtrackRow) => Cell>;

/** A file for Yamtrack. Games without a status are not in it: Yamtrack takes none. */
export async function* yamtrackFile(
  library: LibraryToExport,
  clock: ClockTexts,
  variant: YamtrackVariant,
  run: ExportRun = {},
): AsyncGenerator<string> {
  yield csvLines([Object.keys(COLUMNS)], FOR_TRACKERS);
  const games =
    variant === 'own' ? library.titles.map((title) => [title]) : gamesByTitle(library.titles);
  for await (const batch of readTogether(library, games, run)) {
    const rows = batch
      .map((editions) => ({ variant, editions, facts: gameFacts(editions, clock), clock }))
      .filter(({ facts }) => facts.status !== null);
    const cells = rows.map((row) => Object.values(COLUMNS).map((cellOf) => cellOf(row)));
    if (cells.length > 0) yield csvLines(cells, FOR_TRACKERS);
  }
}

/** The only form with a unit that all of its versions read: `226h 55min`. */
function playTime(seconds: number | null): string {
  if (seconds === null) return '';
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60))}h ${String(minutes % 60)}min`;
}

/** What Yamtrack has no column for, and the player's own words. */
function notesOf({ editions, facts, clock }: YamtrackRow): string {
  const { progress, earned, defined } = editions[0]!.title;
  const [done, all] = [sumOfGrades(earned), sumOfGrades(defined)];
  return [
    facts.platforms.join(', '),
    percentSaid(progress),
    done === null || all === null ? '' : `${String(done)}/${String(all)}`,
    facts.platinumAt === null ? '' : `Platinum ${clock.day(facts.platinumAt)}`,
    tagsAndNotes(facts),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}
