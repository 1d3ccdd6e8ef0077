import type { Choice } from './title';

/** What the player has changed, by npCommunicationId. It holds until it is saved, whatever a sync brings meanwhile. */
export type Touched = ReadonlyMap<string, Choice>;

export const NOTHING_TOUCHED: Touched = new Map();

/** What is touched once the player has chosen the same for some games. */
export function withChoice(touched: Touched, ids: readonly string[], choice: Choice): Touched {
  return new Map([...touched, ...ids.map((id) => [id, choice] as const)]);
}

/** What is still touched once something was saved: what was changed again meanwhile. */
export function withoutSaved(touched: Touched, saved: Touched): Touched {
  return new Map([...touched].filter(([id, choice]) => saved.get(id) !== choice));
}
