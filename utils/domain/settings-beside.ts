import { hasComeBefore, withView, type SavedView } from './library/saved-views';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/**
 * What becomes another setting by a copy: what the player has not set otherwise, and its views beside those that are
 * here. Safe to repeat. Settings have no versions and are no items: which of two copies comes first is seen by what they
 * are then, and a view that was deleted comes back with a copy that has it.
 */
export function settingsBeside(here: Settings, copied: Partial<Settings>): Partial<Settings> {
  const names = namesIn(copied).filter((name) => name !== 'savedViews');
  const unset = names.filter(
    (name) => here[name] === DEFAULT_SETTINGS[name] && here[name] !== copied[name],
  );
  const change: Partial<Settings> = Object.fromEntries(unset.map((name) => [name, copied[name]]));
  const { views, more } = viewsBeside(here, copied);
  return more === 0 ? change : { ...change, savedViews: views };
}

/** How many views of a copy find no room beside those that are here, so that they stay in it. */
export function viewsWithoutRoom(here: Settings, copied: Partial<Settings>): number {
  const { views } = viewsBeside(here, copied);
  return (copied.savedViews ?? []).filter((view) => !hasComeBefore(views, view)).length;
}

function viewsBeside(
  { savedViews: before = [] }: Settings,
  { savedViews: copied = [] }: Partial<Settings>,
): { views: SavedView[]; more: number } {
  const views = copied.reduce(
    (kept, view) => (hasComeBefore(kept, view) ? kept : (withView(kept, view) ?? kept)),
    before,
  );
  return { views, more: views.length - before.length };
}

/**
 * What of that is to be as it was: what the player has changed since stays. One that was not there before is undefined,
 * and so is forgotten.
 * @param came what was set then
 * @param before what it was
 */
export function settingsTakenBack(
  here: Settings,
  came: Partial<Settings>,
  before: Partial<Settings>,
): Partial<Settings> {
  const names = namesIn(came).filter((name) => name !== 'savedViews');
  const still = names.filter((name) => here[name] === came[name]);
  const back: Partial<Settings> = Object.fromEntries(still.map((name) => [name, before[name]]));
  if (came.savedViews === undefined) return back;
  const isIn = (views: readonly SavedView[] | undefined, { name, query }: SavedView): boolean =>
    (views ?? []).some((each) => each.name === name && each.query === query);
  const isOurs = (view: SavedView): boolean =>
    isIn(before.savedViews, view) || !isIn(came.savedViews, view);
  return { ...back, savedViews: (here.savedViews ?? []).filter(isOurs) };
}

function namesIn(settings: Partial<Settings>): (keyof Settings)[] {
  return Object.keys(settings) as (keyof Settings)[];
}
