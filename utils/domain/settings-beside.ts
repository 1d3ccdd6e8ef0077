import { sayingOf } from './later-row';
import { laterItem, versionAfter, type Versioned } from './library/later-item';
import type { Saying } from './library/above-item';
import { viewsMet, type ViewItem } from './library/view-items';
import { CHOSEN_SETTINGS, type ChosenSetting } from './chosen-settings';
import { DEFAULT_SETTINGS, type Settings, type SettingVersion } from './settings';

type Versions = NonNullable<Settings['versions']>;

/** As none of this browser says it: what is merged has its own. */
const NOBODY = '';

/**
 * What becomes another setting by a copy: each is an item of its own, of which the later counts, and what was never set
 * comes before anything. In any order, and any number of times, it ends in the same; but of two that nobody knows when
 * they were set, what is here stays.
 */
export function settingsBeside(
  here: Settings,
  copied: Partial<Settings>,
  now: number,
): Partial<Settings> {
  const later = CHOSEN_SETTINGS.filter((name) => {
    const [ours, theirs] = [saidOf(here, name), saidOf(copied, name)];
    const isUndated = here.versions?.[name] === undefined && copied.versions?.[name] === undefined;
    if (isUndated && ours.value !== null) return false;
    return laterItem(ours, theirs, now) !== ours;
  });
  const values = later.flatMap((name) => {
    const value = valueOf(copied, name);
    return here[name] === value ? [] : [[name, value] as const];
  });
  const versions = versionsOf(copied, later);
  const [before, views] = [[], copied.savedViews ?? []].map((others) =>
    viewsMet(here.savedViews ?? [], others, { now, device: NOBODY }),
  ) as [ViewItem[], ViewItem[]];
  return {
    ...(Object.fromEntries(values) as Partial<Settings>),
    ...(versions && { versions }),
    ...(sayingOf(views) !== sayingOf(before) && { savedViews: views }),
  };
}

/** The settings with that change, which says of what it changes whose each is. */
export function settingsAfter(here: Settings, change: Partial<Settings>): Settings {
  const { versions: before = {} } = here;
  const stay = Object.entries(before).filter(([name]) => !(name in change));
  const after = { ...here, ...change };
  const versions: Versions = { ...Object.fromEntries(stay), ...change.versions };
  delete after.versions;
  return Object.keys(versions).length === 0 ? after : { ...after, versions };
}

/** The same of what the player chooses now. */
export function settingsChosen(
  here: Settings,
  change: Partial<Settings>,
  saying: Saying,
): Settings {
  const { device, now } = saying;
  const names = CHOSEN_SETTINGS.filter((name) => name in change && !isNobodysChoice(here, name));
  const versions = names.map((name): [ChosenSetting, SettingVersion] => {
    const version = versionAfter(here.versions?.[name]?.version ?? 0, now);
    return [name, { version, device }];
  });
  const { savedViews } = change;
  return {
    ...here,
    ...change,
    ...(versions.length > 0 && {
      versions: { ...here.versions, ...(Object.fromEntries(versions) as Versions) },
    }),
    ...(savedViews && { savedViews: viewsMet(here.savedViews ?? [], savedViews, saying) }),
  };
}

/** By which zone days are counted first, nobody has chosen. */
function isNobodysChoice(here: Settings, name: ChosenSetting): boolean {
  return name === 'zone' && here.zone === undefined;
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
  const still = CHOSEN_SETTINGS.filter((name) => {
    if (!(name in came) && came.versions?.[name] === undefined) return false;
    const value = name in came ? came[name] : before[name];
    const then = [value ?? null, came.versions?.[name]];
    return sayingOf([here[name] ?? null, here.versions?.[name]]) === sayingOf(then);
  });
  const versions = versionsOf(before, still);
  return {
    ...(Object.fromEntries(still.map((name) => [name, before[name]])) as Partial<Settings>),
    ...(versions && { versions }),
    ...(came.savedViews && { savedViews: viewsTakenBack(here, came.savedViews, before) }),
  };
}

function viewsTakenBack(
  { savedViews: here = [] }: Settings,
  came: readonly ViewItem[],
  { savedViews: before = [] }: Partial<Settings>,
): ViewItem[] {
  const named = (items: readonly ViewItem[]) => new Map(items.map((item) => [item.id, item]));
  const [then, was] = [named(came), named(before)];
  return here.flatMap((item) => {
    const isAsItCame = sayingOf(item) === sayingOf(then.get(item.id) ?? null);
    return isAsItCame ? (was.get(item.id) ?? []) : item;
  });
}

/** What settings say of one of them, as an item; nothing where it is as it is by default. */
function saidOf(settings: Partial<Settings>, name: ChosenSetting): Versioned {
  const value = valueOf(settings, name);
  // What has no default says nothing by not being there.
  const said = value === undefined ? undefined : settings.versions?.[name];
  const isDefault = value === valueOf({}, name);
  return { version: 0, device: NOBODY, ...said, value: isDefault ? null : { value } };
}

/** The versions of those settings that have one; null where none has. */
function versionsOf(
  { versions = {} }: Partial<Settings>,
  names: readonly ChosenSetting[],
): Versions | null {
  const known = names.flatMap((name) => (versions[name] ? [[name, versions[name]] as const] : []));
  return known.length === 0 ? null : Object.fromEntries(known);
}

function valueOf(settings: Partial<Settings>, name: ChosenSetting): Settings[ChosenSetting] {
  return settings[name] === undefined ? { ...DEFAULT_SETTINGS }[name] : settings[name];
}
