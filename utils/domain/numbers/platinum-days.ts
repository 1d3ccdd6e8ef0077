/** How many days the way to a platinum took, 0 on one day; or why nobody knows. */
export type PlatinumDays =
  | { days: number }
  | { days: null; reason: 'undated' | 'before-first' | 'auto-pop' }
  /** With others that had been earned before in an edition for these platforms. */
  | { days: null; reason: 'taken-over'; from: readonly string[] };

/** What the days go by. Civil days; null where there is no date. */
interface WayToPlatinum {
  /** Of the first trophy of the base game that has a date. */
  firstDay: number | null;
  platinumDay: number | null;
  /** It came with others that popped by themselves. */
  isAutoPop: boolean;
  /** The platforms of another edition that explains that; null where none does. */
  takenOverFrom?: readonly string[] | null;
}

export function platinumDaysOf({
  firstDay,
  platinumDay,
  isAutoPop,
  takenOverFrom: from = null,
}: WayToPlatinum): PlatinumDays {
  if (isAutoPop && from !== null) return { days: null, reason: 'taken-over', from };
  if (isAutoPop) return { days: null, reason: 'auto-pop' };
  if (firstDay === null || platinumDay === null) return { days: null, reason: 'undated' };
  if (platinumDay < firstDay) return { days: null, reason: 'before-first' };
  return { days: platinumDay - firstDay };
}
