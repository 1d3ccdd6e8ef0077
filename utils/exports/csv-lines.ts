import Papa from 'papaparse';

/** Null is what nobody knows: an empty cell. */
export type Cell = string | number | boolean | null;

/** A spreadsheet takes what begins so for a formula, whatever blanks stand before it. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

interface CsvForm {
  /** Between two lines. */
  newline: '\n' | '\r\n';
  /** Puts an apostrophe before what a spreadsheet would take for a formula. */
  guard: boolean;
}

export function csvLines(rows: readonly (readonly Cell[])[], { newline, guard }: CsvForm): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map((cell) => withoutCarriage(cell)));
  return Papa.unparse(cells, { newline, ...(guard && { escapeFormulae: FORMULA }) }) + newline;
}

/** Within a cell a line ends in one way. */
function withoutCarriage(cell: Cell): Cell {
  return typeof cell === 'string' && cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
}
