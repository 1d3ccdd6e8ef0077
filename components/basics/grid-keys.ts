export const UP_AND_DOWN = ['ArrowUp', 'ArrowDown'];
export const SIDEWAYS = ['ArrowLeft', 'ArrowRight'];
export const TO_THE_ENDS = ['Home', 'End'];
export const BY_PAGE = ['PageUp', 'PageDown'];

/** Items in rows of so many, and how many rows fit on the screen. */
export interface GridShape {
  count: number;
  columns: number;
  rowsOnScreen: number;
  isRightToLeft: boolean;
}

/** Where a key leads from one item; null where it leads nowhere. */
export function itemAfter(key: string, at: number, shape: GridShape): number | null {
  const { count } = shape;
  const last = count - 1;
  if (key === 'Home') return last < 0 ? null : 0;
  if (key === 'End') return last < 0 ? null : last;
  const steps = stepsOf(key, shape);
  if (steps === null) return null;
  const target = at + steps;
  if (target >= 0 && target <= last) return target === at ? null : target;
  return atTheEdge(key, at, target, shape);
}

function stepsOf(key: string, shape: GridShape): number | null {
  const { columns, rowsOnScreen, isRightToLeft } = shape;
  const onwards = columns === 1 ? 0 : isRightToLeft ? -1 : 1;
  const screen = columns * Math.max(1, rowsOnScreen);
  const steps: Partial<Record<string, number>> = {
    ArrowDown: columns,
    ArrowUp: -columns,
    ArrowRight: onwards,
    ArrowLeft: -onwards,
    PageDown: screen,
    PageUp: -screen,
  };
  return steps[key] ?? null;
}

/** A page ends in the first or last row, and a step down into a row that is not full on its last item. */
function atTheEdge(key: string, at: number, target: number, shape: GridShape): number | null {
  const { columns } = shape;
  const last = shape.count - 1;
  if (key === 'PageUp') return at < columns ? null : at % columns;
  if (target < 0 || key === 'ArrowRight' || key === 'ArrowLeft') return null;
  const isInLastRow = Math.floor(at / columns) === Math.floor(last / columns);
  return isInLastRow ? null : Math.min(last, lastRowStart(last, columns) + (at % columns));
}

function lastRowStart(last: number, columns: number): number {
  return last - (last % columns);
}
