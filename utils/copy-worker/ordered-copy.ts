import * as z from 'zod/mini';
import type { LibraryDatabase } from '../database/database';
import { openForPage } from '../database/open-library';
import { storable } from '../database/storage-failure';
import {
  holdsFewer,
  NOT_COPIED,
  type CopyFigures,
  type CopyOutcome,
} from '../domain/copies/copy-figures';
import { copyNames } from '../domain/copies/copy-names';
import { someSettings } from '../status/settings-schema';
import { readCopyContents } from './copy-contents';
import { lacksMuch } from './library-rows';
import type { SavedCopyFile, ToSave } from './save-copy';

/** A copy that is to be made where nobody looks at it. */
export interface CopyOrder extends Pick<ToSave, 'settings'> {
  accountId: string;
  /** The version of whoever wants it: a page without a window cannot tell. */
  product: string;
  /** The mark of this installation. */
  device: string;
  /** By which its files are told from others. */
  fileMark: string;
  at: number;
  /** What the last one held: one with less is not made; null where it may. */
  before: CopyFigures | null;
  /** Of the library of the last one: of the same none is made; null where one is wanted all the same. */
  digest: string | null;
  /** When the last one was found to lie there. */
  lastAt: number | null;
}

const number = z.number();
export const copyOrder: z.ZodMiniType<CopyOrder> = z.object({
  ...{ accountId: z.string(), product: z.string(), device: z.string(), fileMark: z.string() },
  ...{ at: number, settings: someSettings },
  before: z.nullable(
    z.object({
      ...{ games: number, notes: number, pins: number, picks: number },
      marks: z.nullable(number),
    }),
  ),
  ...{ digest: z.nullable(z.string()), lastAt: z.nullable(number) },
});

/** Makes the file of an ordered copy. */
export type SaveOrdered = (toSave: ToSave) => Promise<SavedCopyFile>;

/** What lies where a copy is to go: nobody can tell where it cannot be read. */
export type LiesThere = 'nothing' | 'ours' | 'others' | 'unread';

/**
 * Makes it by `save`, with an address for the file, or says why there is none.
 * @param find what lies there, by the name of the latest
 */
export async function carryOutOrder(
  { accountId, product, device, fileMark, at, settings, before, digest }: CopyOrder,
  save: SaveOrdered,
  find: (name: string) => Promise<LiesThere> = () => Promise.resolve('ours'),
): Promise<CopyOutcome> {
  try {
    const { onlineId, ...contents } = await inLibrary(accountId, (library) =>
      readCopyContents(library, settings),
    );
    const outcome = { ...NOT_COPIED, ...contents };
    const names = copyNames(onlineId, fileMark, at);
    const lies = await find(names[0] ?? '');
    if (lies === 'others') return { ...outcome, kind: 'others' };
    if (lies === 'unread') return { ...outcome, kind: 'interrupted' };
    if (contents.digest === digest && lies === 'ours') return { ...outcome, kind: 'same' };
    const isSmaller = before !== null && holdsFewer(contents.figures, before);
    if (isSmaller) return { ...outcome, kind: 'smaller' };
    // The last one was made when that could be read, maybe.
    if (before !== null && (await inLibrary(accountId, lacksMuch)))
      return { ...outcome, kind: 'smaller' };
    const facts = { accountId, onlineId, device, product, madeAt: at };
    const { file } = await save({ facts, settings });
    return { ...outcome, kind: 'file', url: URL.createObjectURL(file), names };
  } catch {
    return NOT_COPIED;
  }
}

async function inLibrary<Value>(
  accountId: string,
  read: (library: LibraryDatabase) => Promise<Value>,
): Promise<Value> {
  const library = await storable(openForPage(accountId));
  if (library === null) throw new Error('no library');
  try {
    return await read(library);
  } finally {
    library.close();
  }
}
