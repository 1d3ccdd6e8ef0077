import * as z from 'zod/mini';
import { CAUSES } from '../domain/causes';
import type { Failure } from '../domain/failure';
import { GRADES } from '../domain/trophies/grades';
import { EXPORT_TARGETS, type ExportOptions } from './export-options';
import type { ExportOrder, ExportWords } from './export-order';
import { GAME_COLUMNS } from './games-sheet';
import type { ExportProgress } from './library-to-export';
import { SHEET_TIMES } from './sheet-times';
import { TROPHY_COLUMNS } from './trophies-sheet';

/** What the page asks of the worker: one file. */
export interface ExportRequest {
  accountId: string;
  /** In a private window, where there is nothing to read. */
  isPrivate: boolean;
  order: ExportOrder;
  /** By whose clocks, and when it is made. */
  zone: string;
  now: number;
}

export interface ExportedFile {
  file: Blob;
  name: string;
  unread: UnreadInFile;
  /** Games in it that are not in the list, with what the player said of them. */
  unlisted: number;
}

/** What lies in the library, and cannot be read: it is not in the file. */
export interface UnreadInFile {
  /** Games, by their trophies. */
  trophies: number;
  /** Games of the played list. */
  played: number;
}

/** What the worker tells the page. */
export type ExportNews =
  | { kind: 'progress'; progress: ExportProgress }
  | { kind: 'done'; exported: ExportedFile }
  /** There is no library to be read. */
  | { kind: 'nothing' }
  | { kind: 'failed'; failure: Failure };

const [text, yes, count] = [z.string(), z.boolean(), z.number()];

const options: z.ZodMiniType<ExportOptions> = z.object({
  withHidden: yes,
  gameColumns: z.array(z.enum(GAME_COLUMNS)),
  trophyColumns: z.array(z.enum(TROPHY_COLUMNS)),
  times: z.enum(SHEET_TIMES),
  byteOrderMark: yes,
  yamtrack: z.enum(['own', 'by-title']),
  ...{ reviews: yes, withNotes: yes, withPictures: yes, withSecrets: yes },
  grades: z.array(z.enum(GRADES)),
});

const archive = { heading: text, about: text, secret: text, earned: text, notEarned: text };

const words: z.ZodMiniType<ExportWords> = z.object({
  language: text,
  grades: z.record(z.enum(GRADES), text),
  archive: z.object(archive),
  ...{ calendar: text, unread: text, nameless: text },
});

export const exportRequest: z.ZodMiniType<ExportRequest> = z.object({
  ...{ accountId: text, isPrivate: yes, zone: text, now: count },
  order: z.object({ target: z.enum(EXPORT_TARGETS), options, words }),
});

export const exportNews: z.ZodMiniType<ExportNews> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: z.object({ games: count, of: count }) }),
  z.object({
    kind: z.literal('done'),
    exported: z.object({
      ...{ file: z.instanceof(Blob), name: text },
      ...{ unread: z.object({ trophies: count, played: count }), unlisted: count },
    }),
  }),
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('failed'), failure: z.looseObject({ cause: z.enum(CAUSES) }) }),
]);
