import { isFollowed } from '../domain/sync/followed';
import type { SyncPorts, TrophyStore } from './ports';

/** Which of these requests, by their keys, are not of games that were only opened: those say on their pages what they lack. */
export async function toldAmong(
  keys: ReadonlySet<string>,
  { trophies, ports }: { trophies: TrophyStore; ports: Pick<SyncPorts, 'settings'> },
): Promise<(key: string) => boolean> {
  const ids = new Map([...keys].map((key) => [key, key.split(' ')[1]]));
  const games = [...ids.values()].flatMap((id) => id ?? []);
  if (games.length === 0) return () => true;
  const { everyGame } = await ports.settings();
  const { titles, latest } = await trophies.planFacts(games);
  const told = new Set<string | undefined>([undefined]);
  for (const title of titles)
    if (isFollowed(title, { everyGame, latest })) told.add(title.npCommunicationId);
  return (key) => told.has(ids.get(key));
}
