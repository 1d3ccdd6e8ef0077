import { ID_CELLS, notesOnOneLine, platformInFull } from './cell-values';
import type { ClockTexts } from './clock-texts';
import { gameFacts, type GameFacts } from './game-facts';
import { gamesByTitle, nameTogether } from './games-by-title';
import { jsonWithList } from './json-list';
import {
  readTogether,
  type ExportedGame,
  type ExportRun,
  type LibraryToExport,
} from './library-to-export';
import type { TrackerStatus } from './tracker-status';

/** What the player chooses: what they noted becomes a review there, which others read. */
export interface BackloggdChoice {
  withNotes: boolean;
}

const STATUSES: Record<TrackerStatus, string> = {
  Completed: 'completed',
  'In progress': 'playing',
  Planning: 'backlog',
  Dropped: 'abandoned',
};
/** Backloggd's own numbers for platforms. */
const PLATFORM_IDS: Readonly<Record<string, number>> = {
  PS5: 167,
  PS4: 48,
  PS3: 9,
  PSVITA: 46,
  PSPC: 6,
};
const ONE_OF_SEVERAL = 'Log';

/** A file for the userscript `backloggd-data-transfer`: each game once, found there by its title. */
export function backloggdFile(
  library: LibraryToExport,
  clock: ClockTexts,
  choice: BackloggdChoice,
  run: ExportRun = {},
): AsyncGenerator<string> {
  const head = {
    format: 'backloggd-transfer',
    version: 2,
    exportedAt: clock.iso(clock.now),
    source: { platform: 'psn', label: 'Trophy Shelf' },
  };
  return jsonWithList(head, 'entries', entriesOf(library, clock, choice, run));
}

async function* entriesOf(
  library: LibraryToExport,
  clock: ClockTexts,
  { withNotes }: BackloggdChoice,
  run: ExportRun,
): AsyncGenerator<unknown[]> {
  for await (const batch of readTogether(library, gamesByTitle(library.titles), run)) {
    yield batch.map((editions) => entryOf(editions, clock, withNotes));
  }
}

function entryOf(editions: readonly ExportedGame[], clock: ClockTexts, withNotes: boolean) {
  const facts = gameFacts(editions, clock);
  const time = timeOf(facts.playSeconds);
  const start = clock.day(facts.startedAt);
  const finish = facts.status === 'Completed' ? clock.day(facts.finishedAt) : '';
  const dates = { start_date: start, finish_date: finish };
  const range = { range_start_date: start || finish, range_end_date: finish || start };
  return {
    game_id: null,
    title: nameTogether(editions.map(({ title }) => title)),
    log: {
      game_liked: false,
      ...flagsOf(facts),
      ...{ total_hours: time.hours, total_minutes: time.minutes, time_source: 1 },
    },
    playthroughs: [
      {
        ...platformOf(facts.platforms),
        ...{ rating: null, review: withNotes ? notesOnOneLine(facts) : '' },
        ...dates,
        ...{ hours_played: time.hours, mins_played: time.minutes, hours_mastered: null },
        is_master: facts.hasAllTrophies || facts.hasPlatinum,
      },
    ],
    dates: start === '' && finish === '' ? [] : [{ ...range, status: null, note: '', ...dates }],
    np_communication_id: ID_CELLS.np_communication_id(facts),
    np_title_id: ID_CELLS.np_title_id(facts),
    psn_concept_id: ID_CELLS.psn_concept_id(facts),
  };
}

function flagsOf({ status, playSeconds, firstPlayedAt }: GameFacts) {
  const isBacklog = status === 'Planning';
  const isPlayed = (playSeconds ?? 0) > 0 || firstPlayedAt !== null;
  return {
    is_play: !isBacklog && (status !== null || isPlayed),
    is_playing: status === 'In progress',
    is_backlog: isBacklog,
    is_wishlist: false,
    status: status === null ? null : STATUSES[status],
  };
}

function timeOf(seconds: number | null): { hours: number | null; minutes: number | null } {
  if (seconds === null) return { hours: null, minutes: null };
  const minutes = Math.floor(seconds / 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** Of a game for several consoles nobody knows on which of them it was played. */
function platformOf([platform, ...others]: readonly string[]) {
  const id = platform === undefined ? undefined : PLATFORM_IDS[platform];
  if (platform === undefined || id === undefined || others.length > 0)
    return { title: ONE_OF_SEVERAL, platform: null };
  return { title: platform === 'PSPC' ? 'Windows PC' : platformInFull(platform), platform: id };
}
