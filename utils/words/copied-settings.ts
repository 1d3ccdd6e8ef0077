import type { Settings } from '../domain/settings';
import type { CopiedSetting } from '../domain/settings-differing';
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

/** What of a copy's settings becomes another one here, each by its name. */
export function settingsCome(
  { savedViews = [], ...others }: Partial<Settings>,
  here: Settings,
  locale: string,
): string {
  const all = Object.keys(SETTING_NAMES) as CopiedSetting[];
  const settings = namesOfSettings(all.filter((name) => name in others));
  const known = here.savedViews ?? [];
  const views = savedViews
    .map(({ name }) => name)
    .filter((name) => !known.some((view) => view.name === name));
  return [
    settings.length === 0
      ? ''
      : words.settingsCome(
          { settings: settings.length, names: sideBySide(settings, locale) },
          locale,
        ),
    views.length === 0
      ? ''
      : words.viewsCome({ views: views.length, names: sideBySide(views, locale) }, locale),
  ]
    .filter((said) => said !== '')
    .join(' ');
}

/** Which settings a copy has otherwise than they are here. */
export function settingsDiffer(differing: readonly CopiedSetting[], locale: string): string {
  const names = namesOfSettings(differing);
  return words.settingsDiffer({ settings: names.length, names: sideBySide(names, locale) }, locale);
}
