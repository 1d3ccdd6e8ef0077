import * as words from './en/token-life.json';

/** When exactly, for a pointer: `57 days left, 25 January 2027 at 14:32`. */
export function leftAndEnd(left: string, end: string): string {
  return words.leftAndEnd({ left, end });
}

/** In green, in one line: `Connected, renews itself, until 25 January`. */
export function connectedLine(endsAt: number, renewsItself: boolean, locale: string): string {
  return renewsItself
    ? words.connectedRenewing({ endsAt }, locale)
    : words.connected({ endsAt }, locale);
}
