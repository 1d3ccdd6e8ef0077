import { DAY } from '../time-units';
import type { CopyFigures, CopyOutcome } from './copy-figures';

/** Why a copy is made: to switch them on, because a week is over, or by the player, maybe of a library that has become smaller. */
export const COPY_REASONS = ['switch', 'week', 'now', 'smaller'] as const;
export type CopyReason = (typeof COPY_REASONS)[number];

/** What kept a copy from being made. */
export const COPY_TROUBLES = ['smaller', 'asks', 'permission', 'interrupted', 'failed'] as const;

/** What of them makes copies end: the browser would ask at night, or nobody lets them be written any more. */
const ENDING = ['asks', 'permission'];

/** After these it is tried again after the next sync, however long the last copy is not due. */
const RETRIED = ['permission', 'interrupted', 'failed'];

/** By these they are on once one is made: the first may itself be smaller than one of before they were off. */
const SWITCHING_ON: readonly CopyReason[] = ['switch', 'smaller'];

/** So often one is begun: what ends a worker each time would go on for ever. */
const TRIES = 3;
const MARK_LENGTH = 8;
const WEEK = 7 * DAY;
const LONG = 30 * DAY;

export interface CopyTrouble {
  kind: (typeof COPY_TROUBLES)[number];
  /** Whose copy; null where it is all the same whose. */
  accountId: string | null;
  /** What a copy would hold that is smaller than the last; null where it is something else. */
  found: CopyFigures | null;
}

/** A copy that is wanted. */
export interface WantedCopy {
  /** Drawn for it: no other's file counts for it. */
  mark: string;
  accountId: string;
  reason: CopyReason;
  tries: number;
}

/** A copy that the player saves by hand: whose, and when what it says was so. */
export interface SavedFile {
  accountId: string;
  madeAt: number;
}

/** A copy that lies on the disk. */
export interface MadeCopy extends Pick<CopyOutcome, 'figures' | 'digest'> {
  at: number;
}

/** What became of the copies of an account. Instants are milliseconds since 1970, by Sony's clock. */
export interface AccountCopies {
  /** By this its files are told from those of another account or installation, and of a library that was erased. */
  fileMark: string | null;
  /** The last that made itself: when, what it held, and of which library. */
  made: MadeCopy | null;
  /** When the library was last seen to hold just what that copy does. */
  sameAt: number | null;
  /** When the player last saved one by hand, or one was made that they have restored, or of a library that is lost since. */
  savedAt: number | null;
  /** Since when there is something that they made. */
  ownSince: number | null;
  /** When the library last became another one, by a restoring or its way back: nothing that was begun before has it. */
  anewAt: number | null;
  /** The sync after which was last seen whether one is due. */
  seenSync: number | null;
}

export interface CopiesRecord {
  isOn: boolean;
  accounts: Record<string, AccountCopies>;
  wanted: WantedCopy | null;
  trouble: CopyTrouble | null;
}

export const NO_COPIES: CopiesRecord = { isOn: false, accounts: {}, wanted: null, trouble: null };
const NONE: AccountCopies = {
  ...{ fileMark: null, made: null, sameAt: null },
  ...{ savedAt: null, ownSince: null, anewAt: null, seenSync: null },
};

export function copiesOf({ accounts }: CopiesRecord, accountId: string): AccountCopies {
  return accounts[accountId] ?? NONE;
}

/** When the last copy of an account left this browser; null where none has. */
export function lastCopyAt({ made, savedAt }: AccountCopies): number | null {
  const instants = [made?.at ?? null, savedAt].filter((instant) => instant !== null);
  return instants.length === 0 ? null : Math.max(...instants);
}

/** True where the player has made something, and for long nothing of it has left this browser. */
export function lacksCopy(copies: AccountCopies, now: number): boolean {
  const { ownSince, sameAt } = copies;
  if (ownSince === null) return false;
  return now - Math.max(ownSince, lastCopyAt(copies) ?? 0, sameAt ?? 0) >= LONG;
}

/** Weekly. A clock that was put back makes nobody wait for the time that it shows again. */
function isDue({ made, sameAt }: AccountCopies, now: number): boolean {
  const since = now - Math.max(made?.at ?? -Infinity, sameAt ?? -Infinity);
  return since >= WEEK || since < 0;
}

function withAccount(
  record: CopiesRecord,
  accountId: string,
  change: Partial<AccountCopies>,
): CopiesRecord {
  const account = { ...copiesOf(record, accountId), ...change };
  return { ...record, accounts: { ...record.accounts, [accountId]: account } };
}

/** A copy is wanted in the place of any other. */
export function withCopyWanted(
  record: CopiesRecord,
  wanted: Pick<WantedCopy, 'mark' | 'accountId' | 'reason'>,
): CopiesRecord {
  return { ...record, wanted: { ...wanted, tries: 0 }, trouble: null };
}

/** The switch is off: what is under way counts no more. */
export function withoutCopies(record: CopiesRecord): CopiesRecord {
  return { ...record, isOn: false, wanted: null, trouble: null };
}

/** A sync has ended: a copy may be due. Where nothing has changed since the last, none is made of it. */
export function afterSync(
  record: CopiesRecord,
  { accountId, syncedAt, mark, hasOwn }: EndedSync,
  now: number,
): CopiesRecord {
  const copies = copiesOf(record, accountId);
  const ownSince = hasOwn ? (copies.ownSince ?? now) : null;
  const seen = withAccount(record, accountId, { seenSync: syncedAt, ownSince });
  const isToBeMade =
    isDue(copies, now) || RETRIED.includes(troubleOf(record, accountId)?.kind ?? '');
  const isWanted = record.isOn && record.wanted === null && isToBeMade;
  if (!isWanted) return seen;
  return { ...seen, wanted: { mark, accountId, reason: 'week', tries: 0 } };
}

/**
 * The browser has lost the library since the last copy: what is fetched anew is another one. That copy stays on the disk,
 * where it holds what nobody can fetch, and the next have other names.
 */
export function afterLoss(
  record: CopiesRecord,
  accountId: string,
  lostAt: number | null,
): CopiesRecord {
  const copies = copiesOf(record, accountId);
  const { made } = copies;
  if (made === null || lostAt === null || lostAt < made.at) return record;
  // When the last was made is told as before.
  const savedAt = lastCopyAt(copies);
  return withAccount(record, accountId, { fileMark: null, made: null, sameAt: null, savedAt });
}

/** A sync that has ended, as far as copies go by it. */
interface EndedSync {
  accountId: string;
  /** When. */
  syncedAt: number;
  /** There is something that the player made. */
  hasOwn: boolean;
  /** Of the copy that may be wanted. */
  mark: string;
}

/** It is begun once more, under another mark, or has been too often. */
export function withBegun(record: CopiesRecord, mark: string): CopiesRecord {
  const { wanted } = record;
  if (wanted === null) return record;
  if (wanted.tries >= TRIES) return withTrouble(record, 'failed');
  const { fileMark } = copiesOf(record, wanted.accountId);
  const begun = { ...record, wanted: { ...wanted, mark, tries: wanted.tries + 1 } };
  return fileMark === null
    ? withAccount(begun, wanted.accountId, { fileMark: mark.slice(0, MARK_LENGTH) })
    : begun;
}

/**
 * What became of the one that is wanted. It counts only where all of it lies on the disk, or nothing has changed since
 * the last one.
 * @param end how putting it there ended
 */
export function withOutcome(
  record: CopiesRecord,
  { kind, figures, digest }: CopyOutcome,
  end: 'complete' | 'asks' | 'interrupted',
  at: number,
): CopiesRecord {
  const { wanted } = record;
  if (wanted === null) return record;
  // Of the same mark is an installation that was cloned from this one: it is made anew, under another.
  if (kind === 'others') return withAccount(record, wanted.accountId, { fileMark: null });
  if (kind === 'smaller') return withTrouble(record, kind, figures);
  if (kind === 'failed' || kind === 'interrupted') return withTrouble(record, kind);
  // Their folder: they stay on, and the next is made once the browser lets us again.
  if (kind === 'permission') return { ...withTrouble(record, kind), isOn: record.isOn };
  if (end !== 'complete') return withTrouble(record, end);
  const isOn = record.isOn || SWITCHING_ON.includes(wanted.reason);
  const done = { ...record, isOn, wanted: null, trouble: null };
  return withAccount(
    done,
    wanted.accountId,
    kind === 'same' ? { sameAt: at } : { made: { at, figures, digest }, sameAt: null },
  );
}

/** It is not made. What would be asked for at night, or may not be written, is ended. */
export function withTrouble(
  record: CopiesRecord,
  kind: CopyTrouble['kind'],
  found: CopyFigures | null = null,
): CopiesRecord {
  const isOn = record.isOn && !ENDING.includes(kind);
  const accountId = record.wanted?.accountId ?? null;
  return { ...record, isOn, wanted: null, trouble: { kind, accountId, found } };
}

/** There is something that the player made, and a copy has it only once one is made. */
export function withOwn(record: CopiesRecord, accountId: string, now: number): CopiesRecord {
  const ownSince = copiesOf(record, accountId).ownSince ?? now;
  return withAccount(record, accountId, { ownSince });
}

/** The player has saved one by hand, which was begun then. By a clock that was put back since nothing is before. */
export function withSaved(
  record: CopiesRecord,
  { accountId, madeAt }: SavedFile,
  now: number,
): CopiesRecord {
  const { savedAt, anewAt } = copiesOf(record, accountId);
  if (anewAt !== null && madeAt < anewAt && anewAt <= now) return record;
  const at = Math.min(madeAt, now);
  return withAccount(record, accountId, { savedAt: Math.max(savedAt ?? at, at) });
}

/** A library that has become another one. */
interface LibraryAnew {
  accountId: string;
  /** When its copy was restored, and what the player had saved by hand until then. */
  copiesBefore?: { at: number; savedAt: number | null } | undefined;
  /** When the file was made that has all of it; none where there is no such file. */
  fileAt?: number | undefined;
  now: number;
  /** Of the copy that is made anew. */
  mark: string;
}

/**
 * What was begun before does not have what is here now, and what counted since the copy was restored does not either.
 * The last that made itself is compared with no more: another one may lie in its place.
 */
export function withLibraryAnew(
  record: CopiesRecord,
  { accountId, copiesBefore = { at: 0, savedAt: null }, fileAt, now, mark }: LibraryAnew,
): CopiesRecord {
  const { at, savedAt } = copiesBefore;
  const { wanted } = record;
  const { made, sameAt } = copiesOf(record, accountId);
  const isOfBefore = made !== null && made.at < at;
  const anew = withAccount(record, accountId, {
    ...{ anewAt: now, made: isOfBefore ? { ...made, digest: '' } : null },
    sameAt: isOfBefore && sameAt !== null && sameAt < at ? sameAt : null,
    savedAt: fileAt === undefined ? savedAt : Math.max(savedAt ?? fileAt, Math.min(fileAt, now)),
  });
  if (wanted?.accountId !== accountId) return anew;
  return { ...anew, wanted: { ...wanted, mark, tries: 0 } };
}

/**
 * The library of this account is erased here. Its files stay on the disk: where it comes back, its copies have other
 * names.
 */
export function withoutAccount(record: CopiesRecord, accountId: string): CopiesRecord {
  const others = Object.entries(record.accounts).filter(([id]) => id !== accountId);
  const { wanted, trouble } = record;
  return {
    ...{ isOn: record.isOn, accounts: Object.fromEntries(others) },
    wanted: wanted?.accountId === accountId ? null : wanted,
    trouble: trouble?.accountId === accountId ? null : trouble,
  };
}

/** What is to be told on the pages of this account. */
export function troubleOf({ trouble }: CopiesRecord, accountId: string): CopyTrouble | null {
  return trouble === null || (trouble.accountId ?? accountId) === accountId ? trouble : null;
}
