import type { Title } from './title';

/** True where the set has a platinum and the player has it. */
export function hasPlatinum(title: Pick<Title, 'earned'>): boolean {
  return (title.earned.platinum ?? 0) > 0;
}
