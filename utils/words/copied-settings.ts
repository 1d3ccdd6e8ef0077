import type { ComingSettings, CopiedSetting } from '../domain/settings-differing';
import { sideBySide } from '../format/lists';
import * as words from './en/copies.json';
import { SAVED_VIEWS } from './saved-views';
import { DAYS_ZONE, SHOW_PICTURES } from './settings';
import { EVERY_GAME, PICKS_NEW_GAMES, SYNC_HOUR } from './syncing';
import { SHOW_SECRETS } from './trophy-list';

/** As the page has them where they are set. A zone that was not taken stands with the one that is. */
const SETTING_NAMES: Record<CopiedSetting, string> = {
  ...{ syncHour: SYNC_HOUR, everyGame: EVERY_GAME, picksNewGames: PICKS_NEW_GAMES },
  ...{ showsSecrets: SHOW_SECRETS, showsPictures: SHOW_PICTURES },
  ...{ usualView: words.usualView, savedViews: SAVED_VIEWS },
  ...{ zone: DAYS_ZONE, refusedZone: DAYS_ZONE },
};

function namesOfSettings(settings: readonly CopiedSetting[]): string[] {
  return [...new Set(settings.map((name) => SETTING_NAMES[name]))];
}

/** What of a copy's settings and saved views becomes another one here, each by its name. */
export function settingsCome({ settings, views, gone }: ComingSettings, locale: string): string {
  const names = (some: readonly string[]): string => sideBySide(some, locale);
  const named = namesOfSettings(settings);
  return [
    named.length > 0 && words.settingsCome({ settings: named.length, names: names(named) }, locale),
    views.length > 0 && words.viewsCome({ views: views.length, names: names(views) }, locale),
    gone.length > 0 && words.viewsGo({ views: gone.length, names: names(gone) }, locale),
  ]
    .filter((said) => said !== false)
    .join(' ');
}

/** Which settings a copy has otherwise than they are here. */
export function settingsDiffer(differing: readonly CopiedSetting[], locale: string): string {
  const names = namesOfSettings(differing);
  return words.settingsDiffer({ settings: names.length, names: sideBySide(names, locale) }, locale);
}
