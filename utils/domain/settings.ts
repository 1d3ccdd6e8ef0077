/** What the player can choose. */
export interface Settings {
  /** Renews the connection from the sign-in at PlayStation, while there is one. */
  renewal: boolean;
  /** Shows a notification before the connection ends. */
  warnings: boolean;
}

export const DEFAULT_SETTINGS: Settings = { renewal: true, warnings: false };
