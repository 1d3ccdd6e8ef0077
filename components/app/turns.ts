import { whenPainted } from './interactions';

/** Who waits to be drawn, the first one first. */
const waiting: (() => void)[] = [];
let isTaken = false;

/**
 * Calls back when it is one's turn: at once, and then one a frame. Of several that take their time to be drawn, whoever
 * scrolls or types meanwhile waits for no more than one. Hands back what gives the turn up.
 */
export function inTurn(draw: () => void): () => void {
  waiting.push(draw);
  if (!isTaken) goOn();
  return () => {
    const at = waiting.indexOf(draw);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function goOn(): void {
  const next = waiting.shift();
  isTaken = next !== undefined;
  if (next === undefined) return;
  whenPainted(goOn);
  next();
}
