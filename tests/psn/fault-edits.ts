import type { Answer } from './answer.ts';
import { withHeaders } from './answer.ts';
import type { DueFault, FaultName } from './faults.ts';
import type { ListEdit } from './list-edits.ts';
import { withListEdit } from './list-edits.ts';
import { mutantOf, mutantRow } from './mutants.ts';
import { withOddValues } from './odd-values.ts';
import type { Row } from './rows.ts';
import { editList, editRows, editWhole, withFieldsEdit } from './rows.ts';

/** The real answer, spoiled; faults of other kinds leave it as it is. */
export function edited(answer: Answer, { fault, call }: DueFault): Answer {
  if (typeof fault === 'string') return editedByName(answer, fault, call);
  if ('slow' in fault) return { ...answer, delay: fault.slow };
  if ('redirect' in fault) return answer;
  if ('age' in fault) return withHeaders(answer, [['Age', String(fault.age)]]);
  if ('mutant' in fault) {
    return editWhole(answer, (whole) => mutantOf(whole, `${fault.mutant}/${call}`).answer as Row);
  }
  if ('mutantRows' in fault) return editRows(answer, (row) => mutantRow(row, fault.mutantRows));
  if ('fields' in fault) return editWhole(answer, (whole) => withFieldsEdit(whole, fault.fields));
  if ('rows' in fault) return editRows(answer, (row) => withFieldsEdit(row, fault.rows));
  return editedList(answer, () => fault.list, call);
}

function editedByName(answer: Answer, fault: FaultName, call: number): Answer {
  switch (fault) {
    case 'truncated':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
    case 'broken-gzip':
      return withHeaders(answer, [['Content-Encoding', 'gzip']]);
    case 'cut-off':
    case 'dropped':
    case 'silent':
      return { ...answer, delivery: fault };
    case 'rarity-zero':
      return { ...answer, body: withoutRarity(answer.body) };
    case 'bad-row':
      return editList(answer, spoilMiddle);
    case 'odd-values':
      return editRows(answer, withOddValues);
    case 'unknown-field':
      return editWhole(editRows(answer, addField), addField);
    default:
      return editedList(answer, LIST_FAULTS[fault], call);
  }
}

/** The played list of a real account: 206, 204, 200, 189 rows for the same request. */
const DRIFT = [0, 2, 6, 17];

/** Faults of lists by the names that they have, for a page of so many rows. */
const LIST_FAULTS: Partial<Record<FaultName, (rows: number) => ListEdit>> = {
  'empty-list': () => ({ first: 0, total: 'of-page', ends: true }),
  'short-list': (rows) => ({ first: Math.ceil(rows / 10), total: 'of-page', ends: true }),
  'short-answer': (rows) => ({ first: Math.ceil(rows / 5), ends: true }),
  'stops-early': () => ({ ends: true }),
  drifting: () => ({ leavesOut: DRIFT, total: 'follows', ends: true }),
  'repeated-rows': () => ({ repeats: 2 }),
  'low-total': () => ({ total: -3 }),
  'high-total': () => ({ total: 3 }),
};

function editedList(
  answer: Answer,
  editFor: ((rows: number) => ListEdit) | undefined,
  call: number,
): Answer {
  if (editFor === undefined) return answer;
  return editList(answer, (whole, key) =>
    withListEdit(whole, key, editFor((whole[key] as Row[]).length), call),
  );
}

/** Sony's hiccup of October 2023: every rate "0.0", every trophy ultra rare. */
function withoutRarity(body: string): string {
  return body
    .replace(/"trophyEarnedRate":"[^"]*"/g, '"trophyEarnedRate":"0.0"')
    .replace(/"trophyRare":\d/g, '"trophyRare":0');
}

function addField(row: Row): Row {
  return { ...row, fieldOfTheFuture: { kind: 'unknown', values: [1, 'two', null] } };
}

/** The middle row loses its last key, and its first becomes null. */
function spoilMiddle(whole: Row, key: string): Row {
  const rows = whole[key] as Row[];
  const middle = Math.floor(rows.length / 2);
  return { ...whole, [key]: rows.map((row, index) => (index === middle ? spoil(row) : row)) };
}

/** What it cannot do without is among its first two fields. */
function spoil(row: Row): Row {
  const entries = Object.entries(row);
  return Object.fromEntries(
    entries.slice(0, -1).map(([key, value], index) => [key, index < 2 ? null : value]),
  );
}
