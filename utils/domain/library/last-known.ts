import { GRADES, type PartialCounts } from '../trophies/grades';
import type { TitleCounts } from './title';

interface Counted extends TitleCounts {
  lastKnown?: TitleCounts;
}

/**
 * The title with the counts that Sony said last, each by itself: what is not known today tells of nothing that has
 * happened, and what was known before it still does.
 */
export function withLastKnown<Known extends Counted>(title: Known): Known {
  return title.lastKnown === undefined ? title : { ...title, ...countsOf(title, title.lastKnown) };
}

/** What a title has become, with the counts that it does not say any more, and no others. */
export function keepingLastKnown<Known extends Counted>(title: Known, before?: Counted): Known {
  const said = { ...title };
  delete said.lastKnown;
  if (before === undefined) return said;
  const lastKnown = countsOf(title, withLastKnown(before));
  return saidIn(lastKnown) > saidIn(title) ? { ...said, lastKnown } : said;
}

function countsOf(row: TitleCounts, before: TitleCounts): TitleCounts {
  return {
    defined: gradesOf(row.defined, before.defined),
    earned: gradesOf(row.earned, before.earned),
    progress: row.progress ?? before.progress,
  };
}

function gradesOf(row: PartialCounts, before: PartialCounts): PartialCounts {
  const known = { ...row };
  for (const grade of GRADES) known[grade] ??= before[grade];
  return known;
}

function saidIn({ defined, earned, progress }: TitleCounts): number {
  const all = [progress, ...GRADES.flatMap((grade) => [defined[grade], earned[grade]])];
  return all.filter((value) => value !== null).length;
}
