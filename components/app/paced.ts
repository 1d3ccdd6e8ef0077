import { interactions } from './interactions';

/** Passes values on calmly. */
export interface Paced<Value> {
  say: (value: Value) => void;
  /** What is owed is passed on no more. */
  forget: () => void;
}

/**
 * What comes first is passed on at once, then at most one value in each `rest`, always the newest, and the last one is
 * never left out: a sync writes more often than anyone can read. Nothing is passed on between a key and the frame that
 * shows what it did.
 */
export function pacedTo<Value>(
  pass: (value: Value) => void,
  rest: number,
  player: Pick<typeof interactions, 'whenShown'> = interactions,
): Paced<Value> {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let undo: (() => void) | undefined;
  let owed: { value: Value } | undefined;

  function say(value: Value): void {
    const isExpected = owed !== undefined;
    owed = { value };
    if (!isExpected && resting === undefined) passWhenShown();
  }

  function passWhenShown(): void {
    undo = player.whenShown(passOwed);
  }

  function passOwed(): void {
    const waiting = owed;
    owed = undefined;
    resting = setTimeout(endRest, rest);
    if (waiting !== undefined) pass(waiting.value);
  }

  function endRest(): void {
    resting = undefined;
    if (owed !== undefined) passWhenShown();
  }

  function forget(): void {
    clearTimeout(resting);
    undo?.();
    resting = undefined;
    owed = undefined;
  }

  return { say, forget };
}
