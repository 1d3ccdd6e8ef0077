import { count } from '../format/numbers';

export const APPS = 'Apps';
export const APPS_HINT = 'Played, without trophies, and no game as far as Sony tells.';

/** The switch that shows them, for example `Show apps (4)`. */
export function showApps(apps: number, locale: string): string {
  return `Show apps (${count(apps, locale)})`;
}
