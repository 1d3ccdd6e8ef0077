import Papa from 'papaparse';

/** Null is what nobody knows: an empty cell. */
export type Cell = string | number | boolean | null;

/** A spreadsheet takes what begins so for a formula, whatever blanks stand before it. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** Where a spreadsheet may begin another cell: in half of Europe it takes semicolons for that, in a cell too that has no quotes. */
const SEPARATOR = /[;\t]/;

interface CsvForm {
  /** Between two lines. */
  newline: '\n' | '\r\n';
  /** Puts an apostrophe before what a spreadsheet would take for a formula. */
  guard: boolean;
  /** A line of the file is a row: what has several lines stands on one. */
  isLineForRow: boolean;
}

/** For programs that read a file by its rules: every cell is as it is. */
export const FOR_TRACKERS: CsvForm = { newline: '\n', guard: false, isLineForRow: true };

export function csvLines(rows: readonly (readonly Cell[])[], form: CsvForm): string {
  if (rows.length === 0) return '';
  const written = form.isLineForRow ? onOneLine : withUnixLines;
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? written(cell) : cell)),
  );
  const { newline, guard } = form;
  const guarded = { escapeFormulae: FORMULA, quotes: isToBeQuoted };
  return Papa.unparse(cells, { newline, ...(guard && guarded) }) + newline;
}

function isToBeQuoted(cell: unknown): boolean {
  return typeof cell === 'string' && SEPARATOR.test(cell);
}

/** Within a cell a line ends in one way. */
function withUnixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Without anything at which a program may end a line: Python has ten such signs. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
