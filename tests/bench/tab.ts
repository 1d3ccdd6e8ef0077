/** A tab of any browser that rows are measured in. */
export interface Tab {
  goto(address: string): Promise<void>;
  /** Runs a function of its own, without what surrounds it, in the page. */
  evaluate<Result, Argument>(
    code: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}
