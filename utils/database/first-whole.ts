import type { SetEarnings } from '../domain/numbers/earnings';
import { NEXT_KINDS, nextMarksIn, type NextMarks } from '../domain/numbers/next-marks';
import type { StoredItem } from '../domain/library/player-item';
import type { FirstTitles } from './first-titles';
import { isPlainEarnings } from './plain-earnings';

type First = Pick<FirstTitles, 'whole'> | null;
type Row = Record<string, unknown>;

/** What was earned of every set, where the year opened with all of it: else it is waited for. */
export function earnedAtFirst(first: First): readonly SetEarnings[] | null {
  const [earnings = [], overview = []] = first?.whole ?? [];
  // What an earlier build has not stored yet has to be counted from the sets.
  const isFilled = rowsOf(overview).some(({ earningsFilledTo }) => earningsFilledTo === null);
  return isFilled && earnings.every(isPlainEarnings) ? earnings : null;
}

/** What the player has marked, where what next opened with all of it. */
export function marksAtFirst(first: First): NextMarks | null {
  if (first?.whole === undefined) return null;
  const [items = [], events = []] = first.whole;
  const marks: unknown[] = rowsOf(items).filter(({ kind }) =>
    NEXT_KINDS.some((each) => each === kind),
  );
  if (!marks.every(isPlainItem)) return null;
  return nextMarksIn(
    marks,
    rowsOf(events).flatMap(({ kind, npCommunicationId: id }) =>
      kind === 'lost-hundred' && typeof id === 'string' ? id : [],
    ),
  );
}

function isPlainItem(row: unknown): row is StoredItem {
  const { npCommunicationId, trophyId } = row as Row;
  return typeof npCommunicationId === 'string' && typeof trophyId === 'number';
}

function rowsOf(rows: readonly unknown[]): Row[] {
  return rows.filter((row): row is Row => typeof row === 'object' && row !== null);
}
