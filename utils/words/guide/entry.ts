import type { Zone } from '../../domain/connection/token-life';

/**
 * One thing that the guide tells: a step, or the answer to a question. Its texts are Markdown, of which only
 * `[words](address)` and code between backticks are known: `text-pieces.ts`.
 */
export interface GuideEntry {
  /** Its address in the guide: links lead there, so it stays what it is. */
  anchor: string;
  title: string;
  paragraphs: readonly string[];
  /** Made by `npm run pictures`. */
  picture?: { file: string; alternative: string };
  list?: readonly string[];
  /** What to do in each colour of the countdown. */
  zones?: Readonly<Record<Zone, string>>;
  /** What stands below the list, or the colours. */
  after?: readonly string[];
}

export interface GuideSection {
  anchor: string;
  title: string;
  /** Its entries follow each other. */
  isNumbered?: boolean;
  entries: readonly GuideEntry[];
}
