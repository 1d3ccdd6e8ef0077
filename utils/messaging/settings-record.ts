import type { Settings } from '../domain/settings';
import { inTurn } from './in-turn';
import { publishStatus, readStatus } from './status';

/** The player's choices, which pages follow with the status. */
export const settingsRecord = {
  async read(): Promise<Settings> {
    return (await readStatus()).settings;
  },

  change: (change: Partial<Settings>): Promise<void> =>
    inTurn(async () => {
      const { settings } = await readStatus();
      await publishStatus({ settings: { ...settings, ...change } });
    }),
};
