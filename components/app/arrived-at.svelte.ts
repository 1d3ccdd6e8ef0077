/** Milliseconds. Nobody who reads the page comes upon it a second time. */
const HEARD_WITHIN = 2_000;

/** The page that was arrived at, where the keyboard has not led there: it is heard before what comes up on it. */
class ArrivedAt {
  #name = $state('');
  #ending: ReturnType<typeof setTimeout> | undefined;

  get name(): string {
    return this.#name;
  }

  say(name: string): void {
    clearTimeout(this.#ending);
    this.#name = name;
    this.#ending = setTimeout(() => (this.#name = ''), HEARD_WITHIN);
  }
}

export const arrivedAt = new ArrivedAt();
