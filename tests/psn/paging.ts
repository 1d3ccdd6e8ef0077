/** A whole number from a query, or the default; null where it is no such number. */
export function wholeNumber(text: string | null, fallback: number): number | null {
  if (text === null || text === '') return fallback;
  return /^-?\d+$/.test(text) ? Number(text) : null;
}

export interface Page<Item> {
  items: Item[];
  /** Absent on the last page. */
  nextOffset?: number;
  /** One less than the offset, absent at 0; beyond the end, the last index. */
  previousOffset?: number;
  totalItemCount: number;
}

/** The trophy service's way of paging. */
export function pageOf<Item>(all: readonly Item[], offset: number, limit: number): Page<Item> {
  const end = offset + limit;
  return {
    items: all.slice(offset, end),
    ...(end < all.length ? { nextOffset: end } : {}),
    ...(offset > 0 && all.length > 0 ? { previousOffset: Math.min(offset, all.length) - 1 } : {}),
    totalItemCount: all.length,
  };
}
