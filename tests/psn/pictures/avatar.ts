import { hashOf } from '../random.ts';
import { PALETTES } from './palettes.ts';

/** Two ears, by kind: round, pointed, long, or an antenna. */
const EARS = [
  '<circle cx="70" cy="82" r="26"/><circle cx="170" cy="82" r="26"/>',
  '<path d="M52 122 58 44 112 84ZM188 122 182 44 128 84Z"/>',
  '<ellipse cx="88" cy="62" rx="16" ry="46"/><ellipse cx="152" cy="62" rx="16" ry="46"/>',
  '<path d="M114 82V48H126V82Z"/><circle cx="120" cy="42" r="13"/>',
] as const;

/** A player's picture: a friendly face on a disc. */
export function avatar(accountId: string): string {
  const hash = hashOf(accountId);
  const { top, bottom, light, near } = PALETTES[hash % PALETTES.length] ?? PALETTES[0];
  const { accent } = PALETTES[(hash >>> 14) % PALETTES.length] ?? PALETTES[0];
  const ears = EARS[(hash >>> 6) % EARS.length] ?? EARS[0];
  const eye = 9 + ((hash >>> 10) % 5);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 240 240">` +
    `<defs><linearGradient id="back" x2="1" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>` +
    `<clipPath id="disc"><circle cx="120" cy="120" r="118"/></clipPath></defs>` +
    `<g clip-path="url(#disc)"><rect width="240" height="240" fill="url(#back)"/>` +
    `<circle cx="120" cy="260" r="86" fill="${near}"/><g fill="${accent}">${ears}</g>` +
    `<rect x="54" y="78" width="132" height="118" rx="58" fill="${accent}"/>` +
    `<ellipse cx="120" cy="158" rx="40" ry="30" fill="${light}"/>` +
    `<g fill="${near}"><circle cx="92" cy="126" r="${eye}"/><circle cx="148" cy="126" r="${eye}"/>` +
    `<path d="M108 146H132L120 160Z"/></g>` +
    `<g fill="#fff"><circle cx="95" cy="122" r="3"/><circle cx="151" cy="122" r="3"/></g>` +
    `<path d="M104 168Q120 182 136 168" fill="none" stroke="${near}" stroke-width="4" stroke-linecap="round"/></g></svg>`
  );
}
