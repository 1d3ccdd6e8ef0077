import { expect, test } from 'vitest';
import { exportNews, exportRequest, type ExportRequest } from '@/utils/exports/export-messages';
import { EXPORT_TARGETS, USUAL_OPTIONS } from '@/utils/exports/export-options';
import { GAME_COLUMNS } from '@/utils/exports/games-sheet';
import { TROPHY_COLUMNS } from '@/utils/exports/trophies-sheet';

const UNREAD = { trophies: 1, played: 2 };
const said = { heading: 'a', about: 'b', secret: 'c', earned: 'd', notEarned: 'e' };
const REQUEST: ExportRequest = {
  ...{ accountId: '1', isPrivate: false, zone: 'Europe/Berlin', now: 5 },
  order: {
    target: 'games',
    options: { ...USUAL_OPTIONS, gameColumns: GAME_COLUMNS, trophyColumns: TROPHY_COLUMNS },
    words: {
      language: 'en',
      grades: { bronze: 'B', silver: 'S', gold: 'G', platinum: 'P' },
      archive: said,
      ...{ calendar: 'f', unread: 'g', nameless: 'h' },
    },
  },
};

/** The value with something else at a place that is named by its path, and each such place. */
function withOther(value: unknown, path: readonly string[], other: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return other;
  const record = value as Record<string, unknown>;
  return { ...record, [first]: withOther(record[first], rest, other) };
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[]];
  return Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...pathsIn(part)
      .filter((path) => path.length > 0)
      .map((path) => [name, ...path]),
  ]);
}

test.each(EXPORT_TARGETS)('what a page asks for is read as it was said: %s', (target) => {
  const request = { ...REQUEST, order: { ...REQUEST.order, target } };
  expect(exportRequest.parse(request)).toEqual(request);
});

test.each(pathsIn(REQUEST).map((path) => [path.join('.'), path] as const))(
  'a request is not read without %s, nor with anything else there',
  (_, path) => {
    for (const other of [undefined, null, Symbol('else'), [Symbol('else')]]) {
      expect(exportRequest.safeParse(withOther(REQUEST, path, other)).success).toBe(false);
    }
  },
);

test.each([
  [{ kind: 'progress', progress: { games: 1, of: 2 } }, true],
  [{ kind: 'progress', progress: { games: 1 } }, false],
  [{ kind: 'done', exported: { file: new Blob(), name: 'a', unread: UNREAD, unlisted: 0 } }, true],
  [
    {
      kind: 'done',
      exported: { file: new Blob(), name: 'a', unread: { trophies: 1 }, unlisted: 0 },
    },
    false,
  ],
  [{ kind: 'done', exported: { file: 'a', name: 'a', unread: UNREAD, unlisted: 0 } }, false],
  [{ kind: 'done', exported: { file: new Blob(), name: 'a', unread: UNREAD } }, false],
  [{ kind: 'nothing' }, true],
  [{ kind: 'failed', failure: { cause: 'unexpected', during: 'copy' } }, true],
  [{ kind: 'failed', failure: { cause: 'whatever' } }, false],
  [{ kind: 'else' }, false],
  [null, false],
])('of what the worker says is read what it can say: %o', (news, isRead) => {
  const read = exportNews.safeParse(news);
  expect(read.success).toBe(isRead);
  if (isRead) expect(read.data).toEqual(news);
});
