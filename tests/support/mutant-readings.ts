import { isDeepStrictEqual } from 'node:util';
import { GRADES } from '@/utils/domain/trophies/grades';
import type { Row } from '../psn/rows.ts';

/** How one field of ours follows from fields of Sony's. */
interface Field {
  from: string[];
  /** Whether the value says that it is not known. */
  isUnknown: (value: unknown) => boolean;
  /** The values that changed fields can be read as; none where they cannot. */
  reads?: (raw: Row) => unknown[];
}

/** Where a kind of answer has its rows, and how they are read. */
export interface RowKind {
  list: string;
  id: string;
  ourId: string;
  /** The id as it is read; null where it cannot be. */
  idOf: (id: unknown) => unknown;
  fields: Record<string, Field>;
}

const isNull = (value: unknown): boolean => value === null;
const is = (unknown: unknown) => (value: unknown) => isDeepStrictEqual(value, unknown);
const isText = (value: unknown): value is string => typeof value === 'string';

function number(from: string, most = Infinity): Field {
  const reads = (raw: Row): unknown[] => {
    const value = raw[from];
    const isPlain = isText(value) && /^\d+(\.\d+)?$/.test(value);
    const read = isPlain ? Number(value) : value;
    return typeof read === 'number' && read >= 0 && read <= most ? [read] : [];
  };
  return { from: [from], isUnknown: isNull, reads };
}

/** As one line or in lines of its own; what is no text is not known. */
function text(from: string, unknown: unknown): Field {
  const reads = (raw: Row): unknown[] => {
    const value = raw[from];
    return isText(value) ? [value, value.trim(), value.replace(/[^\S\u3000]+/gu, ' ').trim()] : [];
  };
  return { from: [from], isUnknown: is(unknown), reads };
}

function flag(from: string, unknown: boolean | null): Field {
  const reads = (raw: Row): unknown[] => (typeof raw[from] === 'boolean' ? [raw[from]] : []);
  return { from: [from], isUnknown: is(unknown), reads };
}

function date(from: string, ...others: string[]): Field {
  const isUnknown = (value: unknown): boolean => value === null || Number(value) < 0;
  return { from: [from, ...others], isUnknown };
}

/** What is read of a grade that Sony leaves out. */
const NOT_SAID = null;

const BOTH_COUNTS = ['definedTrophies', 'earnedTrophies'];

function counts(from: string): Field {
  const reads = (raw: Row): unknown[] => {
    const said = countsIn(raw[from]);
    const [defined, earned] = BOTH_COUNTS.map((field) => countsIn(raw[field]));
    // Of a grade of which more are earned than there are, neither count is known.
    const isPossible = (grade: string): boolean =>
      Number(earned?.[grade] ?? 0) <= Number(defined?.[grade] ?? Infinity);
    const read = GRADES.map((grade) => [grade, isPossible(grade) ? said[grade] : NOT_SAID]);
    return [Object.fromEntries(read)];
  };
  const nothing = Object.fromEntries(GRADES.map((grade) => [grade, NOT_SAID]));
  return { from: BOTH_COUNTS, isUnknown: is(nothing), reads };
}

function countsIn(said: unknown): Record<string, unknown> {
  const counts = typeof said === 'object' && said !== null ? (said as Row) : {};
  const countOf = (grade: string): unknown => {
    const [read] = number(grade).reads?.(counts) ?? [];
    return Number.isSafeInteger(read) && Number(read) <= 10_000 ? read : NOT_SAID;
  };
  return Object.fromEntries(GRADES.map((grade) => [grade, countOf(grade)]));
}

const picture = (from: string): Field => ({ from: [from], isUnknown: isNull });
const isWhole = (id: unknown): boolean => Number.isSafeInteger(id) && Number(id) >= 0;
const filled = (id: unknown): unknown => (isText(id) && id !== '' ? id : null);
const padded = (id: unknown): unknown => (isWhole(id) ? String(id).padStart(3, '0') : null);
const group = (id: unknown): unknown => filled(id) ?? padded(id);
/** A whole number, or its digits. */
const whole = (id: unknown): unknown => {
  const isDigits = isText(id) && /^(0|[1-9]\d{0,14})$/.test(id);
  return isDigits ? Number(id) : isWhole(id) ? id : null;
};

export const ROW_KINDS = {
  titles: {
    list: 'trophyTitles',
    id: 'npCommunicationId',
    ourId: 'npCommunicationId',
    idOf: filled,
    fields: {
      npServiceName: text('npServiceName', ''),
      name: {
        ...text('trophyTitleName', ''),
        // A game without a name is called by its id.
        isUnknown: (name) => isText(name) && name !== '',
      },
      platforms: {
        from: ['trophyTitlePlatform'],
        isUnknown: is([]),
        reads: ({ trophyTitlePlatform: said }) => (isText(said) ? [[said.trim()]] : []),
      },
      iconUrl: picture('trophyTitleIconUrl'),
      trophySetVersion: text('trophySetVersion', ''),
      groupCount: {
        from: ['hasTrophyGroups', 'trophyGroupCount'],
        isUnknown: (groups) => groups === null || groups === 1 || groups === 'unsaid',
        reads: (raw) => number('trophyGroupCount').reads?.(raw) ?? [],
      },
      defined: counts('definedTrophies'),
      earned: counts('earnedTrophies'),
      progress: {
        ...number('progress', 100),
        reads: (raw) => (number('progress', 100).reads?.(raw) ?? []).map(Number).map(Math.floor),
      },
      hidden: flag('hiddenFlag', null),
      lastUpdatedAt: date('lastUpdatedDateTime'),
    },
  },
  playedGames: {
    list: 'titles',
    id: 'titleId',
    ourId: 'npTitleId',
    idOf: filled,
    fields: {
      name: text('name', ''),
      category: text('category', ''),
      firstPlayedAt: date('firstPlayedDateTime'),
      lastPlayedAt: date('lastPlayedDateTime'),
      playSeconds: { from: ['playDuration'], isUnknown: isNull },
      service: text('service', null),
    },
  },
  definitions: {
    list: 'trophies',
    id: 'trophyId',
    ourId: 'trophyId',
    idOf: whole,
    fields: {
      grade: {
        from: ['trophyType'],
        isUnknown: isNull,
        reads: ({ trophyType }) => GRADES.filter((grade) => grade === trophyType),
      },
      hidden: flag('trophyHidden', null),
      name: text('trophyName', ''),
      detail: text('trophyDetail', ''),
      iconUrl: picture('trophyIconUrl'),
      groupId: {
        from: ['trophyGroupId'],
        reads: (raw) => [
          ...(text('trophyGroupId', null).reads?.(raw) ?? []),
          padded(raw['trophyGroupId']),
        ],
        isUnknown: (groupId) => groupId === null || groupId === 'default',
      },
      rewardName: text('trophyRewardName', null),
      target: number('trophyProgressTargetValue'),
    },
  },
  earned: {
    list: 'trophies',
    id: 'trophyId',
    ourId: 'trophyId',
    idOf: whole,
    fields: {
      earned: flag('earned', null),
      earnedAt: date('earnedDateTime', 'earned'),
      progress: { ...number('progress'), from: ['progress', 'earned'] },
      progressedAt: {
        ...date('progressedDateTime', 'earned'),
        reads: (raw) => [Date.parse(String(raw['progressedDateTime']))],
      },
      rate: {
        from: ['trophyEarnedRate'],
        isUnknown: isNull,
        reads: (raw) =>
          (number('trophyEarnedRate', 100).reads?.(raw) ?? []).map((rate) =>
            Math.round(Number(rate) * 10),
          ),
      },
    },
  },
  groups: {
    list: 'trophyGroups',
    id: 'trophyGroupId',
    ourId: 'groupId',
    idOf: group,
    fields: {
      name: text('trophyGroupName', ''),
      iconUrl: picture('trophyGroupIconUrl'),
    },
  },
} satisfies Record<string, RowKind>;

/** What is wrong with these rows, read from a mutant of an answer that was read as `before`. */
export function faultsIn(
  kind: RowKind,
  [original, before]: [answer: Row, rows: readonly object[]],
  [mutant, after]: [answer: Row, rows: readonly object[]],
): string[] {
  const originals = firstById(kind, original);
  const [readBefore, readAfter] = [before, after].map(
    (rows) => new Map(rows.map((row) => [(row as Row)[kind.ourId], row as Row])),
  );
  return [...firstById(kind, mutant)].flatMap(([id, raw]) => {
    const row = readAfter?.get(id);
    const known = originals.get(id);
    if (row === undefined) return [`${String(id)} is lost`];
    return known === undefined
      ? []
      : wrongFields(kind, { raw: known, row: readBefore?.get(id) ?? {} }, { raw, row });
  });
}

function wrongFields(
  { fields, id }: RowKind,
  before: { raw: Row; row: Row },
  after: { raw: Row; row: Row },
): string[] {
  return Object.entries(fields).flatMap(([name, { from, isUnknown, reads }]) => {
    const value = after.row[name];
    const isTouched = from.some((field) => !isDeepStrictEqual(before.raw[field], after.raw[field]));
    const isRight = isDeepStrictEqual(value, before.row[name]);
    if (!isTouched && isRight) return [];
    const readings = isTouched ? (reads?.(after.raw) ?? []) : [];
    // Where it can be read it has to be; an empty text says as little as none.
    const isRead = readings.some((reading) => isDeepStrictEqual(reading, value));
    if (isTouched && (isRead || isUnknown(value))) return [];
    const said = from.map((field) => JSON.stringify(after.raw[field])?.slice(0, 80)).join(' and ');
    return [`${name} of ${String(after.raw[id])} is ${JSON.stringify(value)}, from ${said}`];
  });
}

function firstById({ list, id, idOf }: RowKind, answer: Row): Map<unknown, Row> {
  const rows = new Map<unknown, Row>();
  for (const row of rowsIn(answer, list)) {
    const read = idOf(row[id]);
    if (read !== null && !rows.has(read)) rows.set(read, row);
  }
  return rows;
}

/** Lists in lists and texts are no rows. */
function rowsIn(answer: Row, list: string): Row[] {
  const rows = answer[list];
  if (!Array.isArray(rows)) return [];
  return rows.filter(
    (row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row),
  );
}
