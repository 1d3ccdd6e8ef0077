import type { Answer } from './answer.ts';
import type { Fault } from './faults.ts';
import { withOddValues } from './odd-values.ts';

type Row = Record<string, unknown>;

/** The real answer, spoiled; faults of other kinds leave it as it is. */
export function edited(answer: Answer, fault: Fault): Answer {
  if (typeof fault === 'object') return { ...answer, delay: fault.slow };
  switch (fault) {
    case 'truncated':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
    case 'cut-off':
    case 'dropped':
    case 'silent':
      return { ...answer, delivery: fault };
    case 'rarity-zero':
      return { ...answer, body: withoutRarity(answer.body) };
    case 'bad-row':
      return editRows(answer, spoilMiddle);
    case 'odd-values':
      return editRows(answer, withOddValues);
    case 'empty-list':
      return editRows(answer, () => []);
    case 'short-list':
      return editRows(answer, (rows) => rows.slice(0, Math.ceil(rows.length / 10)));
    case 'unknown-field':
      return editRows(answer, (rows) => rows.map(addField), addField);
    default:
      return answer;
  }
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
function spoilMiddle(rows: Row[]): Row[] {
  const middle = Math.floor(rows.length / 2);
  return rows.map((row, index) => (index === middle ? spoil(row) : row));
}

function spoil(row: Row): Row {
  const entries = Object.entries(row);
  return Object.fromEntries(
    entries.slice(0, -1).map(([key, value], index) => [key, index === 0 ? null : value]),
  );
}

/** Edits the answer's first list of objects; an answer without a list counts as one row. */
function editRows(
  answer: Answer,
  edit: (rows: Row[]) => Row[],
  editWhole: (whole: Row) => Row = (whole) => whole,
): Answer {
  if (!answer.body.startsWith('{')) return answer;
  const whole = JSON.parse(answer.body) as Row;
  const key = Object.keys(whole).find((name) => Array.isArray(whole[name]));
  if (key === undefined) return { ...answer, body: JSON.stringify(edit([whole])[0] ?? {}) };
  const rows = edit(whole[key] as Row[]);
  const counted: Row = { ...whole, [key]: rows };
  if (rows.length !== (whole[key] as Row[]).length) {
    counted['totalItemCount'] = rows.length;
    delete counted['nextOffset'];
  }
  return { ...answer, body: JSON.stringify(editWhole(counted)) };
}
