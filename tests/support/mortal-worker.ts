/**
 * Lets a "worker" die: from its nth call on, nothing that goes through `mortal` ever answers, as when a browser
 * ends the worker between two awaits. What was stored before stays.
 */
export class MortalWorker {
  #lives: number;
  #calls = 0;
  #died: () => void = () => undefined;
  readonly death: Promise<'died'>;

  constructor(lives: number) {
    this.#lives = lives;
    this.death = new Promise((resolve) => {
      this.#died = () => resolve('died');
    });
  }

  get calls(): number {
    return this.#calls;
  }

  /** Ends it now. */
  die(): void {
    this.#lives = 0;
    this.#died();
  }

  /** The same object, whose methods stop answering when the worker is dead. */
  mortal<Part extends object>(part: Part): Part {
    return new Proxy(part, {
      get: (target, name): unknown => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (this.#calls >= this.#lives) {
            this.#died();
            return new Promise(() => undefined);
          }
          this.#calls++;
          return Reflect.apply(value, target, args);
        };
      },
    });
  }
}

/** A proxy's methods, as properties that can be spread. */
export function asPorts<Part extends object>(part: Part): Part {
  return Object.fromEntries(
    Object.keys(part).map((name) => [name, Reflect.get(part, name) as unknown]),
  ) as Part;
}
