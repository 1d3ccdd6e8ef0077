import type { Cursor, Remaining } from './cursor';

/** One answer of Sony's, not stored yet: `store` stores it in one go with the cursor that speaks of it. */
export interface Step {
  next: Cursor;
  store: (next: Cursor) => Promise<void>;
  /** What is left, where that is planned. */
  remaining: Remaining | null;
  /** It was not to be had, and the sync goes on without it. */
  isWithout?: true;
}
