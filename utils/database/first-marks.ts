import type { StoredItem } from '../domain/library/player-item';
import { nextMarksIn, type NextMarks } from '../domain/numbers/next-marks';
import type { FirstTitles } from './first-titles';

/** What the list of what to play next is made of besides games, where the page opened with it: else it is waited for. */
export function nextMarksAtFirst(first: Pick<FirstTitles, 'whole'> | null): NextMarks | null {
  const { playerItems, trophyEvents } = first?.whole ?? {};
  if (playerItems?.every(isPlainItem) !== true || trophyEvents === undefined) return null;
  return nextMarksIn(playerItems, trophyEvents.flatMap(lostHundredIn));
}

/** Whatever else it says is looked at by whoever asks what it says. */
function isPlainItem(row: unknown): row is StoredItem {
  const { npCommunicationId, trophyId } = row as Partial<StoredItem>;
  return typeof npCommunicationId === 'string' && typeof trophyId === 'number';
}

function lostHundredIn(row: unknown): string[] {
  const { kind, npCommunicationId } = row as Record<string, unknown>;
  return kind === 'lost-hundred' && typeof npCommunicationId === 'string'
    ? [npCommunicationId]
    : [];
}
