/** A script as the engine has run it: which of its functions were called until now. */
export interface ScriptCoverage {
  url: string;
  functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[];
}

/** `name = wrapped(() => …)`: how the bundler writes a module that is to run at its first use. */
const PUT_OFF = /[=,]\s*[\w$]+\(\(?$/;
/** A name is not longer than this. */
const BEFORE = 60;

/**
 * How much of a script was evaluated, in bytes: all of it, but for the modules that the bundler has put off and nobody
 * has asked for yet. A function that was not called counts: the engine reads it when the script is loaded.
 */
export function evaluatedBytes(text: string, { functions }: ScriptCoverage): number {
  const putOff = functions.flatMap(({ ranges: [whole] }) =>
    whole?.count === 0 && PUT_OFF.test(before(text, whole.startOffset)) ? [whole] : [],
  );
  const outermost = putOff.filter(
    (inner) =>
      !putOff.some(
        (other) =>
          other !== inner &&
          other.startOffset <= inner.startOffset &&
          other.endOffset >= inner.endOffset,
      ),
  );
  return outermost.reduce(
    (left, { startOffset, endOffset }) =>
      left - Buffer.byteLength(text.slice(startOffset, endOffset)),
    Buffer.byteLength(text),
  );
}

function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - BEFORE), offset);
}
