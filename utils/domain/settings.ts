import type { ChosenSetting } from './chosen-settings';
import type { ViewItem } from './library/view-items';

/** When a setting was chosen, as items of a library say it: that of another computer may be later. */
export interface SettingVersion {
  version: number;
  device: string;
}

/** What the player can choose. */
export interface Settings {
  /** Renews the connection from the sign-in at PlayStation, while there is one. */
  renewal: boolean;
  /** Shows a notification before the connection ends. */
  warnings: boolean;
  /** The hour of the daily sync, UTC, 0 to 23; null to sync only by hand. */
  syncHour: number | null;
  /** Fetches the trophies of games that were not picked too, after those that were. */
  everyGame: boolean;
  /** Picks games that are new in the library by itself. */
  picksNewGames: boolean;
  /** Shows a notification for a new platinum, for a 100 % that an add-on took away, and for two days without a whole sync. */
  news: boolean;
  /** Shows secret trophies without a click. */
  showsSecrets: boolean;
  /** Loads covers, icons and avatars from Sony's picture hosts. */
  showsPictures: boolean;
  /** Notes, statuses, tags and pins go to the player's other computers, by the browser's own service; not there until they want it. */
  roams?: boolean;
  /** How the library is looked at where its address does not say, as an address would; not there until it is chosen. */
  usualView?: string;
  /** The views of the library that they have given names, also those that are deleted; not there until the first. */
  savedViews?: ViewItem[];
  /** Of those that were chosen; what was put back to its default is one. */
  versions?: Partial<Record<ChosenSetting, SettingVersion>>;
  /** The time zone by which days are counted, wherever the player travels; not there until days are first shown. */
  zone?: string;
  /** The time zone of a browser that was offered in its place and not taken: it is not offered again. */
  refusedZone?: string;
}

/** By which zone days are counted from now on, or which they are not. */
export type ZoneChange = Pick<Settings, 'zone'> | Pick<Settings, 'refusedZone'>;

export const DEFAULT_SETTINGS: Settings = {
  renewal: true,
  warnings: false,
  syncHour: 3,
  everyGame: false,
  picksNewGames: true,
  news: false,
  showsSecrets: false,
  showsPictures: true,
};
