import type { Row } from './rows.ts';

/** What a list may do to one of its answers. Whatever it does, fields that are not named stay what they were. */
export interface ListEdit {
  /** Only the first so many rows. */
  first?: number;
  /** So many rows are left out, others at every call; of several numbers each call takes the next. */
  leavesOut?: number | number[];
  /** The first so many rows come again, after the others. */
  repeats?: number;
  /** It says how many are on this page (`of-page`), lacks what is left out (`follows`), or is off by so many. */
  total?: 'of-page' | 'follows' | number;
  /** It says that this was its last page. */
  ends?: boolean;
}

/** The answer whose rows are under that key, edited. The first call is number 0. */
export function withListEdit(whole: Row, key: string, edit: ListEdit, call: number): Row {
  const rows = whole[key] as Row[];
  const left = without(rows, numberFor(edit.leavesOut, call), call).slice(0, edit.first);
  const edited: Row = { ...whole, [key]: [...left, ...left.slice(0, edit.repeats ?? 0)] };
  const total = whole['totalItemCount'];
  if (typeof total === 'number') {
    edited['totalItemCount'] = totalWith(edit.total, total, rows.length, left.length);
  }
  return edit.ends === true ? atItsEnd(edited, key) : edited;
}

function totalWith(edit: ListEdit['total'], total: number, before: number, after: number): number {
  if (edit === 'of-page') return after;
  if (edit === 'follows') return total - (before - after);
  return Math.max(0, total + (edit ?? 0));
}

/** The played list says `null` at its end, all others leave the field out. */
function atItsEnd(whole: Row, key: string): Row {
  if (!('nextOffset' in whole)) return whole;
  const { nextOffset, ...rest } = whole;
  return key === 'titles' && nextOffset !== undefined ? { ...rest, nextOffset: null } : rest;
}

function numberFor(leavesOut: ListEdit['leavesOut'], call: number): number {
  return Array.isArray(leavesOut) ? (leavesOut[call % leavesOut.length] ?? 0) : (leavesOut ?? 0);
}

/** Spread over the page, and beginning at another row each time. */
function without(rows: Row[], count: number, call: number): Row[] {
  const step = Math.max(1, Math.floor(rows.length / Math.max(1, count)));
  const dropped = new Set<number>();
  for (let number = 0; number < Math.min(count, rows.length); number++) {
    dropped.add((call + number * step) % rows.length);
  }
  return rows.filter((_, index) => !dropped.has(index));
}
