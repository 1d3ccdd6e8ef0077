import type { ClockTexts } from './clock-texts';
import { csvLines, type Cell } from './csv-lines';
import {
  readGames,
  type ExportedGame,
  type ExportRun,
  type LibraryToExport,
} from './library-to-export';

/** What the player chooses of a spreadsheet's file. */
export interface SheetChoice<Column extends string> {
  /** In the order in which they stand in the file. */
  columns: readonly Column[];
  /** Excel reads a file without it as something else than UTF-8. */
  byteOrderMark: boolean;
  /** Nothing in it becomes a formula. */
  guard: boolean;
}

/** What each column of a row says. */
export type SheetColumns<Column extends string, Row> = Record<Column, (row: Row) => Cell>;

const BYTE_ORDER_MARK = '\uFEFF';

/** Makes a file of the games in a library, with the rows that `rowsOf` makes of some of them. */
export function sheetOf<Column extends string, Row>(
  columns: SheetColumns<Column, Row>,
  rowsOf: (games: readonly ExportedGame[], clock: ClockTexts) => readonly Row[],
) {
  return (
    library: LibraryToExport,
    clock: ClockTexts,
    choice: SheetChoice<Column>,
    run: ExportRun = {},
  ): AsyncGenerator<string> => {
    async function* batches(): AsyncGenerator<readonly Row[]> {
      for await (const games of readGames(library, run)) yield rowsOf(games, clock);
    }
    return sheetChunks(columns, choice, batches());
  };
}

/** The file, a piece for each batch of rows. */
async function* sheetChunks<Column extends string, Row>(
  all: SheetColumns<Column, Row>,
  { columns, byteOrderMark, guard }: SheetChoice<Column>,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const form = { newline: '\r\n', guard, isLineForRow: false } as const;
  yield (byteOrderMark ? BYTE_ORDER_MARK : '') + csvLines([columns], form);
  for await (const rows of batches) {
    const cells = rows.map((row) => columns.map((column) => all[column](row)));
    if (cells.length > 0) yield csvLines(cells, form);
  }
}
