/**
 * The number of what this build stores for pages: that of its newest fixture (tests/fixtures/stored), so that a test
 * fails where a shape changes and this does not.
 */
export const STATUS_SHAPE = 39;

/** A value that has been through its schema, with the number of the build that wrote it. */
type OfThisShape<Value> = Value & { shape: number };

export function withShape<Value extends object>(value: Value): OfThisShape<Value> {
  return { ...value, shape: STATUS_SHAPE };
}

/** True where a later build wrote it: its number is a later one. */
export function isOfLaterShape(stored: unknown): boolean {
  return shapeOf(stored) > STATUS_SHAPE;
}

/** True where this very build wrote it, or one that stores the same: it need not be read through its schema again. */
export function isOfThisShape(stored: unknown): boolean {
  return shapeOf(stored) === STATUS_SHAPE;
}

/** 0 where it carries no number. */
function shapeOf(stored: unknown): number {
  const { shape } = (typeof stored === 'object' && stored !== null ? stored : {}) as {
    shape?: unknown;
  };
  return typeof shape === 'number' ? shape : 0;
}
