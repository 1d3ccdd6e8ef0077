/** The year that a chart shows. It is kept with the page's entry in the history, so that Back shows it again. */
export class ChosenYear {
  readonly #key: string;
  #year = $state.raw<number | null>(null);

  /** @param chart by this name it is kept */
  constructor(chart: string) {
    this.#key = `year of ${chart}`;
    const kept: unknown = stateOfEntry()[this.#key];
    this.#year = typeof kept === 'number' ? kept : null;
  }

  /** Null where none is chosen. */
  get current(): number | null {
    return this.#year;
  }

  readonly choose = (year: number): void => {
    this.#year = year;
    history.replaceState({ ...stateOfEntry(), [this.#key]: year }, '');
  };
}

function stateOfEntry(): Record<string, unknown> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}
