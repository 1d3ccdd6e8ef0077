import type { Answer } from './answer.ts';

/** A JSON object: a row of a list, or a whole answer. */
export type Row = Record<string, unknown>;

/** Fields that are not in an answer, and fields that say something else. */
export interface FieldsEdit {
  without?: string[];
  with?: Row;
}

export function withFieldsEdit(row: Row, edit: FieldsEdit): Row {
  const kept = Object.entries(row).filter(([key]) => edit.without?.includes(key) !== true);
  return { ...Object.fromEntries(kept), ...edit.with };
}

/** Edits an answer that is a JSON object; any other stays as it is. */
export function editWhole(answer: Answer, edit: (whole: Row) => Row): Answer {
  if (!answer.body.startsWith('{')) return answer;
  return { ...answer, body: JSON.stringify(edit(JSON.parse(answer.body) as Row)) };
}

/** Edits the answer's first list of objects; an answer without a list counts as one row. */
export function editList(answer: Answer, edit: (whole: Row, key: string) => Row): Answer {
  return editWhole(answer, (whole) => {
    const key = Object.keys(whole).find((name) => Array.isArray(whole[name]));
    if (key !== undefined) return edit(whole, key);
    return (edit({ rows: [whole] }, 'rows')['rows'] as Row[])[0] ?? {};
  });
}

export function editRows(answer: Answer, edit: (row: Row, index: number) => Row): Answer {
  return editList(answer, (whole, key) => ({ ...whole, [key]: (whole[key] as Row[]).map(edit) }));
}
