import type { ListStore, SaidOfGoals } from './ports';

/** What has no room, or cannot be read, is noted with the next list: of this one it costs no row. */
export async function noteGoalEnds(
  lists: Pick<ListStore, 'storeGoalEnds'>,
  said: SaidOfGoals,
): Promise<void> {
  await lists.storeGoalEnds(said).catch(() => undefined);
}
