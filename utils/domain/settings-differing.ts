import { sayingOf } from './later-row';
import { viewsIn } from './library/saved-views';
import { CHOSEN_SETTINGS } from './chosen-settings';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** The settings that go into a copy. */
export const COPIED_SETTINGS = [...CHOSEN_SETTINGS, 'savedViews'] as const;
export type CopiedSetting = (typeof COPIED_SETTINGS)[number];

/**
 * Which of them a copy has otherwise than they are here. What was never set is as it is by itself; a copy without any
 * says nothing of them.
 */
export function settingsDiffering(here: Settings, copied: Partial<Settings>): CopiedSetting[] {
  if (Object.keys(copied).length === 0) return [];
  return COPIED_SETTINGS.filter((name) => saidOf(here, name) !== saidOf(copied, name));
}

/** What becomes another one here by a copy. */
export interface ComingSettings {
  settings: CopiedSetting[];
  /** Names of saved views that come, and of those that go. */
  views: string[];
  gone: string[];
}

/** @param coming of `settingsBeside` */
export function settingsComing(here: Settings, coming: Partial<Settings>): ComingSettings {
  const [known, views] = [here, { ...here, ...coming }].map(({ savedViews }) =>
    viewsIn(savedViews).map(({ name }) => name),
  ) as [string[], string[]];
  return {
    settings: CHOSEN_SETTINGS.filter((name) => name in coming),
    views: views.filter((name) => !known.includes(name)),
    gone: known.filter((name) => !views.includes(name)),
  };
}

/** True where there is something to see of it: the same may have been chosen on both sides, or deleted. */
export function isSettingComing({ settings, views, gone }: ComingSettings): boolean {
  return settings.length + views.length + gone.length > 0;
}

function saidOf(settings: Partial<Settings>, name: CopiedSetting): string {
  if (name === 'savedViews') return sayingOf(viewsIn(settings.savedViews));
  const value = settings[name] === undefined ? { ...DEFAULT_SETTINGS }[name] : settings[name];
  return sayingOf(value === undefined ? null : value);
}
