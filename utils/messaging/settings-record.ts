import type { Settings } from '../domain/settings';
import { publishStatus, readStatus } from './status';

/** The player's choices, which pages follow with the status. */
export const settingsRecord = {
  async read(): Promise<Settings> {
    return (await readStatus()).settings;
  },

  async change(change: Partial<Settings>): Promise<void> {
    const { settings } = await readStatus();
    await publishStatus({ settings: { ...settings, ...change } });
  },
};
