import { withView } from './library/saved-views';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** What of a copy's settings the player has not set otherwise, and its views beside those that are here. Safe to repeat. */
export function settingsBeside(here: Settings, copied: Partial<Settings>): Partial<Settings> {
  const names = Object.keys(copied) as (keyof Settings)[];
  const unset = names.filter((name) => here[name] === DEFAULT_SETTINGS[name]);
  const change: Partial<Settings> = Object.fromEntries(unset.map((name) => [name, copied[name]]));
  if (copied.savedViews === undefined) return change;
  const savedViews = copied.savedViews.reduce((kept, view) => {
    const isHere = kept.some(
      ({ name, query }) => query === view.query && name.startsWith(view.name),
    );
    return isHere ? kept : (withView(kept, view) ?? kept);
  }, here.savedViews ?? []);
  return { ...change, savedViews };
}
