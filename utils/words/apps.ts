import { count } from '../format/numbers';
import * as words from './en/library.json';
import { written } from './unknown';

export { apps as APPS, appsHint as APPS_HINT } from './en/library.json';

/** The switch that shows them, for example `Show apps (4)`. */
export function showApps(apps: number | null, locale: string): string {
  return words.showApps({ apps: written(apps, (known) => count(known, locale)) });
}
