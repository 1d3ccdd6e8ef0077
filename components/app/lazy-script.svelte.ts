/** A script that is loaded when it is first needed, or when there is time: a page, or what takes a page's place. */
export class LazyScript<Exports> {
  readonly #import: () => Promise<Exports>;
  #loading: Promise<void> | undefined;
  #exports = $state.raw<Exports>();
  #hasFailed = $state(false);

  constructor(imports: () => Promise<Exports>) {
    this.#import = imports;
  }

  /** What it exports, once it is there. */
  get exports(): Exports | undefined {
    return this.#exports;
  }

  /** It is not to be had: the extension was updated or removed while this page was open. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<void> {
    try {
      this.#exports = await this.#import();
    } catch {
      this.#hasFailed = true;
    }
  }
}
