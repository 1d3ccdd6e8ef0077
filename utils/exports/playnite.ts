import { ID_CELLS, inOneCell, noteWithTrophy, platformInFull } from './cell-values';
import type { ClockTexts } from './clock-texts';
import { gameFacts } from './game-facts';
import { jsonWithList } from './json-list';
import {
  readGames,
  type ExportedGame,
  type ExportRun,
  type LibraryToExport,
} from './library-to-export';
import type { TrackerStatus } from './tracker-status';

const STATUSES: Record<TrackerStatus, string> = {
  Completed: 'Completed',
  'In progress': 'Playing',
  Planning: 'Plan to Play',
  Dropped: 'Abandoned',
};

/** What programs read that take what Playnite writes: each trophy set is a game. What is not known is not in it. */
export function playniteFile(
  library: LibraryToExport,
  clock: ClockTexts,
  run: ExportRun = {},
): AsyncGenerator<string> {
  return jsonWithList({}, 'Games', gamesOf(readGames(library, run), clock));
}

async function* gamesOf(
  batches: AsyncIterable<readonly ExportedGame[]>,
  clock: ClockTexts,
): AsyncGenerator<unknown[]> {
  for await (const games of batches) yield games.map((game) => gameOf(game, clock));
}

function gameOf(game: ExportedGame, clock: ClockTexts) {
  const { title } = game;
  const facts = gameFacts([game], clock);
  return {
    GameId: title.npCommunicationId,
    Name: title.name,
    Source: 'PlayStation',
    Platform: inOneCell(facts.platforms.map(platformInFull)),
    ...(facts.playSeconds !== null && { Playtime: facts.playSeconds }),
    ...(facts.lastActiveAt !== null && { LastActivity: clock.iso(facts.lastActiveAt) }),
    ...(facts.status !== null && { CompletionStatus: STATUSES[facts.status] }),
    ...(facts.tags.length > 0 && { Tags: facts.tags }),
    ...(facts.notes.length > 0 && {
      Notes: facts.notes.map(noteWithTrophy).join('\n\n'),
    }),
    Hidden: title.hide ?? false,
    np_communication_id: ID_CELLS.np_communication_id(facts),
    np_title_id: ID_CELLS.np_title_id(facts),
    psn_concept_id: ID_CELLS.psn_concept_id(facts),
  };
}
