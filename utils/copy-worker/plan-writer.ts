import type { PlannedRow, StagedTable } from '../database/staging';
import type { Compared } from './differences';
import { WriteBehind } from './write-behind';

/** So many rows are stored as one: a third of them may have all trophies of a game with them. */
const AT_ONCE = 150;

/** Writes down what is planned, many rows as one. */
export class PlanWriter {
  readonly #compared: Compared;
  readonly #writes = new WriteBehind();
  #rows: PlannedRow[] = [];

  constructor(compared: Compared) {
    this.#compared = compared;
  }

  async add(rows: readonly PlannedRow[]): Promise<void> {
    for (const row of rows) {
      this.#rows.push(this.#withPlace(row));
      if (this.#rows.length >= AT_ONCE) await this.#store();
    }
  }

  async end(): Promise<void> {
    if (this.#rows.length > 0) await this.#store();
    await this.#writes.end();
  }

  async #store(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    await this.#writes.begin(() => this.#compared.staging.planned.add({ rows }));
  }

  #withPlace(row: PlannedRow): PlannedRow {
    if (row.becomes !== 'copied') return row;
    const place = this.#compared.copied.placeOf(row.table as StagedTable, row.key);
    return place === undefined ? row : { ...row, place };
  }
}
