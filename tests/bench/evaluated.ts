/** A script as the engine has run it: which of its functions were called until now. */
export interface ScriptCoverage {
  url: string;
  functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[];
}

interface Piece {
  startOffset: number;
  endOffset: number;
}

/**
 * `name = wrapped(() => …)`: how the bundler writes a module that is to run at its first use. All of them together are
 * `$work` (`one-worker-file.ts`), or stand where that is called for the one time (`minified-twice.ts`).
 */
const PUT_OFF = /[=,]\s*[\w$]+\(\(?$|\$work=$|\$later\?\?=\($/;
/** What stands between the last function of such a module and its start: the names that its start gives values. */
const NAMES_OF_MODULE = /^\s*(?:var )?[\w$,\s]*=\s*[\w$]+\(\(?$/;
/** A name is not longer than this. */
const BEFORE = 60;

/**
 * How much of a script was evaluated, in bytes: all of it, but for the modules that the bundler has put off and nobody
 * has asked for yet. Of such a module the declared functions stand right before its start, in the open: they are read
 * with the script, as idle bytes are, and belong to it. Any other function that was not called counts.
 */
export function evaluatedBytes(text: string, { functions }: ScriptCoverage): number {
  const uncalled = functions.flatMap(({ ranges: [whole] }) => (whole?.count === 0 ? [whole] : []));
  const byEnd = new Map(uncalled.map((each) => [each.endOffset, each]));
  const putOff = uncalled
    .filter(({ startOffset }) => PUT_OFF.test(before(text, startOffset)))
    .flatMap((start) => [start, ...declaredBefore(start, text, byEnd)]);
  return outermost(putOff).reduce(
    (left, { startOffset, endOffset }) =>
      left - Buffer.byteLength(text.slice(startOffset, endOffset)),
    Buffer.byteLength(text),
  );
}

/** The functions that stand one right after the other before the start of a module. */
function declaredBefore(start: Piece, text: string, byEnd: ReadonlyMap<number, Piece>): Piece[] {
  const declared: Piece[] = [];
  const ends = text.lastIndexOf('}', start.startOffset) + 1;
  if (!NAMES_OF_MODULE.test(text.slice(ends, start.startOffset))) return declared;
  for (let next = byEnd.get(ends); next !== undefined; next = byEnd.get(next.startOffset)) {
    if (!/^(?:async )?function/.test(text.slice(next.startOffset, next.endOffset))) break;
    declared.push(next);
  }
  return declared;
}

function outermost(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(
    (inner) =>
      !pieces.some(
        (other) =>
          other !== inner &&
          other.startOffset <= inner.startOffset &&
          other.endOffset >= inner.endOffset,
      ),
  );
}

function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - BEFORE), offset);
}
