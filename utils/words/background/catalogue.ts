import * as en from '../en/background.json';

export type BackgroundWords = typeof en;

/** What the worker says. It reads this at each use, and has every language in it: a worker can load nothing later. */
export function backgroundWords(): BackgroundWords {
  return en;
}
