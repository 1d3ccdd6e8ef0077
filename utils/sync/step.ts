import type { Cursor, Outlook } from './cursor';

/** One answer of Sony's, not stored yet: `keep` stores it in one go with the cursor that speaks of it. */
export interface Step {
  next: Cursor;
  keep: (next: Cursor) => Promise<void>;
  /** What is left, where that is planned. */
  outlook: Outlook | null;
}
