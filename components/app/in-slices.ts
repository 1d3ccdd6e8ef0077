import { whenPainted } from './interactions';

/** Milliseconds: a third of a frame. */
const SLICE = 5;

/**
 * Does the steps of a work one after the other once what has just been drawn can be seen, and lets come between them
 * whatever else there is to do. Hands back what ends it.
 * @param step true where there is more to do
 */
export function inSlices(step: () => boolean, whenDone: () => void): () => void {
  let undo = whenPainted(go);
  function go(): void {
    const ends = performance.now() + SLICE;
    while (performance.now() < ends) if (!step()) return whenDone();
    const waiting = setTimeout(go);
    undo = () => clearTimeout(waiting);
  }
  return () => undo();
}
