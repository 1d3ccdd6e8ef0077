import * as words from './en/token-life.json';

/** In green, in one line: `Connected, renews itself, until 25 January`. */
export function connectedLine(endsAt: number, renewsItself: boolean, locale: string): string {
  return renewsItself
    ? words.connectedRenewing({ endsAt }, locale)
    : words.connected({ endsAt }, locale);
}
