/** As many games in a row as there is room for. Widths in rem. */
export function columnsIn(width: number): number {
  const [least, gap] = width < 36 ? [9, 0.75] : [11.5, 1.25];
  return Math.max(1, Math.floor((width + gap) / (least + gap)));
}

/** The items in rows of so many. */
export function inRows<Item>(items: readonly Item[], columns: number): Item[][] {
  const rows: Item[][] = [];
  for (let at = 0; at < items.length; at += columns) rows.push(items.slice(at, at + columns));
  return rows;
}
