/** What is left after everything was erased, counted anew: all zero when it went well. */
export interface Receipt {
  databases: number;
  storedValues: number;
  alarms: number;
  rules: number;
  /** What the player allowed besides, for example notifications. */
  permissions: number;
}
